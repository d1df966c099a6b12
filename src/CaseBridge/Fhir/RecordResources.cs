using System.Text;
using Hl7.Fhir.Model;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>What was agreed, told and written down, as FHIR resources.</summary>
internal static class RecordResources
{
    public static Consent Consent(Referral referral, FhirNames names, ResourceReference subject) => new()
    {
        Identifier = [names.Part("consent")],
        Status = Hl7.Fhir.Model.Consent.ConsentState.Active,
        Scope = new CodeableConcept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
        Category = [new CodeableConcept("http://loinc.org", "59284-0") { Text = "Consent" }],
        Patient = subject,
        DateTimeElement = new FhirDateTime(referral.CreatedAt),
        PolicyRule = new CodeableConcept { Text = "Agreed in the conversation that the council may use what was told to find the right help." },
        Provision = new Consent.provisionComponent { Type = Hl7.Fhir.Model.Consent.ConsentProvisionType.Permit },
    };

    /// <summary>The summary that the resident saw and agreed to.</summary>
    public static Communication Communication(Referral referral, FhirNames names, ResourceReference subject, ResourceReference sender, ResourceReference request) => new()
    {
        Identifier = [names.Part("summary")],
        Status = EventStatus.Completed,
        Subject = subject,
        Sender = sender,
        About = [request],
        SentElement = new FhirDateTime(referral.CreatedAt),
        Payload = [new Communication.PayloadComponent { Content = new FhirString(ReferralDocument.Summary(referral)) }],
    };

    /// <summary>The whole as a document to read, with the conversation. It is in the resource itself: a Binary has no identifier.</summary>
    public static DocumentReference Document(Referral referral, FhirNames names, ResourceReference subject, ResourceReference request) => new()
    {
        Identifier = [names.Part("document")],
        Status = DocumentReferenceStatus.Current,
        Type = names.Code("document", "referral", "Referral with the conversation"),
        Subject = subject,
        Date = referral.CreatedAt,
        Content =
        [
            new DocumentReference.ContentComponent
            {
                Attachment = new Attachment { ContentType = "text/html; charset=utf-8", Language = "en-GB", Title = $"Referral {referral.Reference}", Data = Encoding.UTF8.GetBytes(ReferralDocument.Html(referral)) },
            },
        ],
        Context = new DocumentReference.ContextComponent { Related = [request] },
    };

    /// <summary>Puts a safeguarding concern before whoever opens the record.</summary>
    public static Flag Flag(Referral referral, FhirNames names, ResourceReference subject) => new()
    {
        Identifier = [names.Part("flag")],
        Status = Hl7.Fhir.Model.Flag.FlagStatus.Active,
        Code = names.Code("flag", "safeguarding-concern", "Safeguarding concern raised"),
        Subject = subject,
        Period = new Period { StartElement = new FhirDateTime(referral.CreatedAt) },
    };
}
