using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TransformingLives.EndToEnd.Tests;

/// <summary>What comes out of the printer: how many sheets of A4, and whether anything is cut off at the side.</summary>
internal static partial class PrintedPages
{
    // 210 mm less two margins of 16 mm, at 96 pixels an inch.
    private const int WidthOfText = 672;
    private const int HeightOfText = 1001;

    /// <summary>Prints the page that is open on A4; fails where something is cut off, where what is only for the screen is printed, or where it takes more sheets.</summary>
    public static async Task PrintsAsync(this IPage page, int mostSheets)
    {
        await page.SetViewportSizeAsync(WidthOfText, HeightOfText);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal("", await page.EvaluateAsync<string>(
            """
            width => [...document.querySelectorAll('body *')]
              .filter(part => part.checkVisibility() && part.getBoundingClientRect().width > 1 && part.getBoundingClientRect().right > width + 1)
              .map(part => part.outerHTML.slice(0, 120)).slice(0, 3).join('\n')
            """,
            WidthOfText));
        Assert.Equal("", await page.EvaluateAsync<string>("[...document.querySelectorAll('.top, .foot, .back, .noprint, .say')].filter(part => part.checkVisibility()).map(part => part.className).join(' ')"));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Null });

        var sheets = SheetSizes(Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { Format = "A4" })));
        Assert.All(sheets, size => Assert.Equal("595x842", size));
        Assert.InRange(sheets.Length, 1, mostSheets);
    }

    private static string[] SheetSizes(string pdf) =>
        [.. Sheet().Matches(pdf).Select(sheet => FormattableString.Invariant($"{decimal.Floor(Points(sheet, "width"))}x{decimal.Floor(Points(sheet, "height"))}"))];

    private static decimal Points(Match sheet, string side) => decimal.Parse(sheet.Groups[side].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/Type\s*/Page\b(?!s).*?/MediaBox\s*\[\s*0\s+0\s+(?<width>[\d.]+)\s+(?<height>[\d.]+)\s*\]", RegexOptions.Singleline)]
    private static partial Regex Sheet();
}
