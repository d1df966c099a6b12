namespace TransformingLives.CaseBridge.Storage.Copies;

/// <summary>Takes everything out of the schema that the program works in, but for what belongs to extensions.</summary>
internal static class PostgresEmptying
{
    /// <summary>To be run in a transaction. Nobody upgrades meanwhile.</summary>
    public const string Script = $"""
        SET client_min_messages = warning;
        {SchemaUpgrade.PostgresLock};
        DO $$
        DECLARE found record;
        BEGIN
            FOR found IN
                SELECT oid, relname, CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind
                FROM pg_class AS class
                WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                    AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = class.oid AND deptype IN ('e', 'i'))
                ORDER BY relname
            LOOP
                -- A sequence may have gone with its table.
                IF EXISTS (SELECT 1 FROM pg_class WHERE oid = found.oid) THEN
                    EXECUTE format('DROP %s %I.%I CASCADE', found.kind, current_schema(), found.relname);
                END IF;
            END LOOP;
            FOR found IN
                SELECT oid::regprocedure AS name FROM pg_proc AS routine
                WHERE pronamespace = current_schema()::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = routine.oid AND deptype = 'e')
            LOOP
                EXECUTE format('DROP ROUTINE %s CASCADE', found.name);
            END LOOP;
        END $$;
        """ + "\n";
}
