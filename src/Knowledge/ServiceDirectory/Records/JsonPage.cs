using System.Text.Json;

namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>The paging object of the standard, as far as a page says it.</summary>
internal sealed record JsonPage(int? TotalItems = null, int? TotalPages = null, int? PageNumber = null, bool? IsLast = null)
{
    /// <summary>The same with one field more.</summary>
    public JsonPage With(string? name, ref Utf8JsonReader value) => (name, value.TokenType) switch
    {
        ("total_items", JsonTokenType.Number) when value.TryGetInt32(out var number) => this with { TotalItems = number },
        ("total_pages", JsonTokenType.Number) when value.TryGetInt32(out var number) => this with { TotalPages = number },
        ("page_number", JsonTokenType.Number) when value.TryGetInt32(out var number) => this with { PageNumber = number },
        ("last_page", JsonTokenType.True) => this with { IsLast = true },
        ("last_page", JsonTokenType.False) => this with { IsLast = false },
        _ => this,
    };
}
