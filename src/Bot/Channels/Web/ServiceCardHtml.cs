using System.Globalization;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>A service as a card: what, where and how far, when, cost, phone, who it is for, last checked.</summary>
internal static class ServiceCardHtml
{
    public static string Of(ServiceHit service)
    {
        var name = service.Url.Length > 0 ? $"<a href=\"{Encode(service.Url)}\" rel=\"noreferrer\">{Encode(service.Name)}</a>" : Encode(service.Name);
        var ring = service.Phone.Length > 0 ? $"<a href=\"tel:{PageHtml.Digits(service.Phone)}\">{Encode(service.Phone)}</a>" : "";
        var alert = service.Alert.Length > 0 ? $"<p class=\"alert\"><strong>Please note:</strong> {Encode(service.Alert)}</p>" : "";
        var sample = service.IsSample ? "<p class=\"sample\">A sample: this service is made up.</p>" : "";
        var lastChecked = service.Source.Checked is { } day ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : "";
        return $"<li class=\"card\"><h2>{name}</h2><p>{Encode(service.Description)}</p>{alert}{sample}<dl>{Line("Where", Encode(Distance.Beside(service)))}{Line("When", Encode(service.When))}{Line("Cost", Encode(service.Cost))}{Line("Ring", ring)}{Line("Who for", Encode(service.Who))}{Line("Getting in", Encode(service.Access))}{Line("Languages", Encode(service.Languages))}{Line("Checked", lastChecked)}</dl></li>";
    }

    private static string Line(string label, string value) => value.Length == 0 ? "" : $"<div><dt>{label}</dt><dd>{value}</dd></div>";

    private static string Encode(string text) => PageHtml.Encode(text);
}
