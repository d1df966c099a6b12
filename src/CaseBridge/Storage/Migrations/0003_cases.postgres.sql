-- The register as a case system: what the other system says, who has it, what is to be done, and what was before.
ALTER TABLE register_referrals ADD COLUMN changed_at BIGINT  NULL;
ALTER TABLE register_referrals ADD COLUMN case_system TEXT NULL;
ALTER TABLE register_referrals ADD COLUMN case_reference TEXT NULL;
ALTER TABLE register_referrals ADD COLUMN worker TEXT NULL;
ALTER TABLE register_referrals ADD COLUMN first_visit_on TEXT NULL;
ALTER TABLE register_referrals ADD COLUMN eligibility_at_referral TEXT NULL;
ALTER TABLE register_referrals ADD COLUMN eligibility_at_visit TEXT NULL;
-- For finding the same person again: as they are compared, not as they were said.
ALTER TABLE register_referrals ADD COLUMN match_name TEXT NULL;
ALTER TABLE register_referrals ADD COLUMN match_born TEXT NULL;
ALTER TABLE register_referrals ADD COLUMN match_postcode TEXT NULL;
ALTER TABLE register_referrals ADD COLUMN match_phone TEXT NULL;
CREATE INDEX register_referrals_born ON register_referrals (match_born);
CREATE INDEX register_referrals_postcode ON register_referrals (match_postcode);
CREATE INDEX register_referrals_phone ON register_referrals (match_phone);
CREATE INDEX register_referrals_conversation ON register_referrals (conversation_id);
CREATE TABLE register_history (
    referral_id TEXT    NOT NULL REFERENCES register_referrals (id),
    position    INTEGER NOT NULL,
    at          BIGINT  NOT NULL,
    by_whom     TEXT    NOT NULL,
    status      TEXT    NOT NULL,
    words       TEXT    NULL,
    PRIMARY KEY (referral_id, position)
);
CREATE TABLE register_tasks (
    id          TEXT    NOT NULL PRIMARY KEY,
    referral_id TEXT    NOT NULL REFERENCES register_referrals (id),
    what        TEXT    NOT NULL,
    due_on      TEXT    NULL,
    created_at  BIGINT  NOT NULL,
    done_at     BIGINT  NULL,
    done_by     TEXT    NULL
);
CREATE INDEX register_tasks_referral ON register_tasks (referral_id);
CREATE TABLE register_plans (
    referral_id TEXT    NOT NULL PRIMARY KEY REFERENCES register_referrals (id),
    changed_at  BIGINT  NOT NULL,
    payload     TEXT    NOT NULL
);
