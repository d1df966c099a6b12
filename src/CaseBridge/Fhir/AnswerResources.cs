using Hl7.Fhir.Model;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>What was answered, and what was worked out from it, as FHIR resources.</summary>
internal static class AnswerResources
{
    /// <summary>One questionnaire's answers. Points are not in them: whoever has the table works them out again.</summary>
    public static QuestionnaireResponse Response(Referral referral, string form, FhirNames names, ResourceReference subject, ResourceReference source) => new()
    {
        Identifier = names.Part("answers", form),
        Questionnaire = names.Questionnaire(form),
        Status = QuestionnaireResponse.QuestionnaireResponseStatus.Completed,
        Subject = subject,
        AuthoredElement = new FhirDateTime(referral.CreatedAt),
        Source = source,
        Item = [.. referral.Answers.Where(answer => answer.Form == form).Select(Item)],
    };

    /// <summary>The indicative budget, never without the word.</summary>
    public static Observation Estimate(Referral referral, BudgetEstimate estimate, FhirNames names, ResourceReference subject, IEnumerable<ResourceReference> answers) => new()
    {
        Identifier = [names.Part("estimate")],
        Status = ObservationStatus.Preliminary,
        Code = names.Code("estimate", "indicative-budget", "Indicative personal budget: a first guess, not an offer"),
        Subject = subject,
        Effective = new FhirDateTime(referral.CreatedAt),
        DerivedFrom = [.. answers],
        Method = new CodeableConcept { Text = $"Table {estimate.TableId}, version {estimate.TableVersion} ({estimate.TableStatus})" },
        Component =
        [
            Component(names, "points", "Points", new Quantity { Value = estimate.Points, Unit = "points" }),
            Component(names, "weekly", "Pounds a week", Pounds(estimate.Weekly)),
            Component(names, "four-weekly", "Pounds for four weeks", Pounds(estimate.FourWeekly)),
            .. estimate.Areas.Select(area => Component(names, area.Code, $"{area.Title}: {area.Answer}", new Quantity { Value = area.Points, Unit = "points" })),
        ],
        Note = [.. estimate.Working.Concat(estimate.CostIndividually).Select(line => new Annotation { Text = line })],
    };

    private static QuestionnaireResponse.ItemComponent Item(ReferralAnswer answer) => new()
    {
        LinkId = answer.QuestionId,
        Text = answer.Question,
        Answer = [new QuestionnaireResponse.AnswerComponent { Value = new FhirString(answer.Answer) }],
    };

    private static Observation.ComponentComponent Component(FhirNames names, string code, string text, Quantity value) => new() { Code = names.Code("estimate", code, text), Value = value };

    private static Quantity Pounds(decimal amount) => new() { Value = amount, Unit = "GBP", System = "urn:iso:std:iso:4217", Code = "GBP" };
}
