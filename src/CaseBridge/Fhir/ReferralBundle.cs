using Hl7.Fhir.Model;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>A referral as one FHIR transaction: all of it arrives, or nothing. Every entry is created only if nothing with its identifier is there, so sending it again changes nothing.</summary>
internal static class ReferralBundle
{
    private const string Safeguarding = "safeguarding";
    private const string CarersAssessment = "carers_assessment";

    public static Bundle Of(Referral referral, string identifierBase)
    {
        var names = new FhirNames(identifierBase, referral);
        var bundle = new Bundle { Type = Bundle.BundleType.Transaction };
        referral = WithConcernsThatBelongHere(referral);
        var (subject, requester) = AddPeople(bundle, referral, names);

        // What comes before the request can stand without it; what comes after needs it.
        var answers = referral.Answers.Select(answer => answer.Form).Distinct()
            .Select(form => AnswerResources.Response(referral, form, names, subject, requester))
            .Select(response => Add(bundle, response, response.Identifier!)).ToList();
        var supporting = referral.Estimate is { } estimate ? [.. answers, Add(bundle, AnswerResources.Estimate(referral, estimate, names, subject, answers), names.Part("estimate"))] : answers;
        var request = Add(bundle, RequestResources.ServiceRequest(referral, names, subject, requester, supporting), names.Referral);
        Add(bundle, RequestResources.Task(referral, names, request, subject), names.Part("task"));
        Add(bundle, RecordResources.Consent(referral, names, subject), names.Part("consent"));
        Add(bundle, RecordResources.Communication(referral, names, subject, requester, request), names.Part("summary"));
        Add(bundle, RecordResources.Document(referral, names, subject, request), names.Part("document"));
        if (referral.Kind == Safeguarding)
        {
            Add(bundle, RecordResources.Flag(referral, names, subject), names.Part("flag"));
            Restrict(bundle);
        }

        return bundle;
    }

    /// <summary>The person it is about, and who asks. A carer's assessment is about the carer, who is a person in their own right.</summary>
    private static (ResourceReference Subject, ResourceReference Requester) AddPeople(Bundle bundle, Referral referral, FhirNames names)
    {
        var person = Add(bundle, PersonResources.Patient(referral.Person, names.Person("person")), names.Person("person"));
        if (referral.Contact is not { } contact)
        {
            return (person, person);
        }

        var helper = Add(bundle, PersonResources.Helper(contact, names.Person("helper"), person), names.Person("helper"));
        return referral.Kind == CarersAssessment
            ? (Add(bundle, PersonResources.Patient(contact, names.Person("carer")), names.Person("carer")), helper)
            : (person, helper);
    }

    // A safeguarding concern goes on its own, to people who may see it, and never along with an ordinary referral.
    private static Referral WithConcernsThatBelongHere(Referral referral) => referral.Kind == Safeguarding
        ? referral
        : referral with { Concerns = [.. referral.Concerns.Where(concern => !concern.StartsWith(Safeguarding, StringComparison.Ordinal))] };

    private static void Restrict(Bundle bundle)
    {
        foreach (var entry in bundle.Entry.Where(entry => entry.Resource is not (Patient or RelatedPerson)))
        {
            entry.Resource!.Meta = new Meta { Security = [new Coding("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "R")] };
        }
    }

    private static ResourceReference Add(Bundle bundle, Resource resource, Identifier identifier)
    {
        var link = FhirNames.Link(identifier);
        bundle.Entry.Add(new Bundle.EntryComponent
        {
            FullUrl = link,
            Resource = resource,
            Request = new Bundle.RequestComponent { Method = Bundle.HTTPVerb.POST, Url = resource.TypeName, IfNoneExist = FhirNames.Condition(identifier) },
        });
        return new ResourceReference(link);
    }
}
