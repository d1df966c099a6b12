using System.Globalization;
using System.Net;
using System.Text;

namespace TransformingLives.Bot.Hosting.Budgets.Simulating;

/// <summary>Plots as inline SVG: no script, no font, no picture file; each has a title that says what it shows.</summary>
internal static class SvgPlot
{
    private const int Width = 720;
    private const int Left = 70;
    private const int Top = 16;
    private const int Bottom = 40;

    /// <summary>Bars side by side.</summary>
    public static string Bars(string title, IReadOnlyList<(string Label, double Value)> bars)
    {
        const int height = 280;
        var most = Math.Max(1, bars.Max(bar => bar.Value));
        var step = (double)(Width - Left) / bars.Count;
        var marks = new StringBuilder();
        for (var i = 0; i < bars.Count; i++)
        {
            var tall = (height - Top - Bottom) * bars[i].Value / most;
            marks.Append(Text($"<rect x=\"{Left + (i * step) + 2:0.#}\" y=\"{height - Bottom - tall:0.#}\" width=\"{step - 4:0.#}\" height=\"{tall:0.#}\" fill=\"#1d4f4a\"><title>{Encode(bars[i].Label)}: {bars[i].Value:#,##0}</title></rect>"));
            marks.Append(Text($"<text x=\"{Left + ((i + 0.5) * step):0.#}\" y=\"{height - Bottom + 18}\" text-anchor=\"middle\">{Encode(bars[i].Label)}</text>"));
        }

        return Frame(title, height, marks.ToString() + Scale(height, most));
    }

    /// <summary>Lines over the same scale, each with its name at its end.</summary>
    public static string Lines(string title, IReadOnlyList<(string Name, string Colour, IReadOnlyList<(double X, double Y)> Points)> lines)
    {
        const int height = 320;
        var (mostX, mostY) = (lines.Max(line => line.Points.Max(point => point.X)), Math.Max(1, lines.Max(line => line.Points.Max(point => point.Y))));
        var marks = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var points = string.Join(' ', lines[i].Points.Select(point => Text($"{Left + ((Width - Left - 20) * point.X / mostX):0.#},{height - Bottom - ((height - Top - Bottom) * point.Y / mostY):0.#}")));
            marks.Append(Text($"<polyline points=\"{points}\" fill=\"none\" stroke=\"{lines[i].Colour}\" stroke-width=\"3\"{(i > 0 ? " stroke-dasharray=\"8 5\"" : "")}/>"));
            marks.Append(Text($"<text x=\"{Left + 16}\" y=\"{Top + 16 + (i * 20)}\" fill=\"{lines[i].Colour}\">{Encode(lines[i].Name)}</text>"));
        }

        return Frame(title, height, marks + Scale(height, mostY) + Text($"<text x=\"{Width - 20}\" y=\"{height - Bottom + 18}\" text-anchor=\"end\">{mostX:0}</text>"));
    }

    /// <summary>Bars to the left for less and to the right for more.</summary>
    public static string Changes(string title, IReadOnlyList<(string Label, double Value)> bars)
    {
        const int row = 26;
        const int middle = 460;
        var most = Math.Max(0.01, bars.Max(bar => Math.Abs(bar.Value)));
        var marks = new StringBuilder();
        for (var i = 0; i < bars.Count; i++)
        {
            var wide = (Width - middle - 70) * Math.Abs(bars[i].Value) / most;
            var y = Top + (i * row);
            marks.Append(Text($"<text x=\"0\" y=\"{y + 15}\">{Encode(bars[i].Label)}</text>"));
            marks.Append(Text($"<rect x=\"{(bars[i].Value < 0 ? middle - wide : middle):0.#}\" y=\"{y}\" width=\"{wide:0.#}\" height=\"{row - 8}\" fill=\"{(bars[i].Value < 0 ? "#942514" : "#1d4f4a")}\"/>"));
            marks.Append(Text($"<text x=\"{Width}\" y=\"{y + 15}\" text-anchor=\"end\">{bars[i].Value:+0.00;-0.00;0.00}</text>"));
        }

        return Frame(title, Top + (bars.Count * row) + 8, marks + Text($"<line x1=\"{middle}\" x2=\"{middle}\" y1=\"{Top - 6}\" y2=\"{Top + (bars.Count * row)}\" stroke=\"#484f54\"/>"));
    }

    private static string Frame(string title, int height, string marks) =>
        $"<figure tabindex=\"0\"><figcaption>{Encode(title)}</figcaption><svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{Encode(title)}\">{marks}</svg></figure>";

    private static string Scale(int height, double most) => string.Concat(new[] { 0, 0.5, 1 }.Select(part =>
        Text($"<line x1=\"{Left}\" x2=\"{Width}\" y1=\"{height - Bottom - ((height - Top - Bottom) * part):0.#}\" y2=\"{height - Bottom - ((height - Top - Bottom) * part):0.#}\" stroke=\"#b1b4b6\"/><text x=\"{Left - 8}\" y=\"{height - Bottom - ((height - Top - Bottom) * part) + 5:0.#}\" text-anchor=\"end\">{most * part:#,##0}</text>")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
