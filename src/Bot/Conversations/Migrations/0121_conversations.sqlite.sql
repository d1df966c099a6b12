-- The first version kept only the references of what was sent. The register knows the rest. What is sealed was written by a later one.
UPDATE conversations SET state = json_set(state, '$.sent', json((
    SELECT json_group_array(json_object('kind', kind, 'id', id, 'reference', reference, 'revision', 0, 'at', strftime('%Y-%m-%dT%H:%M:%fZ', created_at / 1000.0, 'unixepoch')))
    FROM register_referrals WHERE conversation_id = conversations.id)))
WHERE CASE WHEN state LIKE '{%' THEN json_type(state, '$.references') IS NOT NULL AND json_type(state, '$.sent') IS NULL ELSE 0 END;
