using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>Beside the talk: where the person is in a form, and what they can always do.</summary>
internal static class AsideHtml
{
    public static string Of(FormProgress? progress, string booked) => Progress(progress) + booked + """
        <section class="always" aria-label="You can always"><h2>You can always</h2>
        """ + Always("Go back", "Go back") + Plan + Always("Check or change my answers", "check my answers") + Always("Talk to a person", "Talk to a person") + Always("Save and finish later", "Save and finish later") + Always("Start again", "Start again") + "</section>";

    private const string Plan = "<a class=\"link\" href=\"/plan\">Read or print my plan</a><a class=\"link\" href=\"/carry-on\">Carry on by text or phone</a>";

    private static string Progress(FormProgress? progress) => progress is null ? "" :
        $"<section class=\"prog\" aria-label=\"Where you are\"><h2>Step {progress.Now} of {progress.Steps.Length}</h2><ol class=\"steps\">{string.Concat(progress.Steps.Select(Step))}</ol></section>";

    private static string Step(FormStep step) =>
        $"<li class=\"{(step.IsDone ? "done" : step.IsNow ? "now" : "")}\"{(step.IsNow ? " aria-current=\"step\"" : "")}>{PageHtml.Encode(step.Title)}</li>";

    private static string Always(string label, string value) => $"<button class=\"link\" form=\"say\" name=\"text\" value=\"{value}\">{label}</button>";
}
