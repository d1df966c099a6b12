using System.Data.Common;

namespace TransformingLives.CaseBridge.Storage;

/// <summary>A version could not be brought in, because the tables are not what their version numbers say. What it would have changed is as it was.</summary>
public sealed class SchemaBrokenException(string area, int version, bool isBelow, DbException inner)
    : Exception($"Version {version} of '{area}' is missing in the database{(isBelow ? ", though later ones are there," : "")} and could not be brought in: {inner.Message.ReplaceLineEndings(" ")} Somebody has changed the tables. Restore the last back-up, or have the tables put right. Nothing was changed.", inner);
