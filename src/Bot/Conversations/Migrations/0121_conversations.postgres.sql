-- The first version kept only the references of what was sent. The register knows the rest. What is sealed was written by a later one.
UPDATE conversations SET state = jsonb_set(state::jsonb, '{sent}', (
    SELECT COALESCE(jsonb_agg(jsonb_build_object('kind', kind, 'id', id, 'reference', reference, 'revision', 0, 'at', to_char(to_timestamp(created_at / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]')
    FROM register_referrals WHERE conversation_id = conversations.id))::text
WHERE CASE WHEN state LIKE '{%' THEN state::jsonb -> 'references' IS NOT NULL AND state::jsonb -> 'sent' IS NULL ELSE FALSE END;
