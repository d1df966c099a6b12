using Hl7.Fhir.Model;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>What is asked for, as FHIR resources. We propose; a worker orders.</summary>
internal static class RequestResources
{
    private const string Provenance = "provenance";

    public static ServiceRequest ServiceRequest(Referral referral, FhirNames names, ResourceReference subject, ResourceReference requester, IEnumerable<ResourceReference> supporting) => new()
    {
        Contained = [ProvenanceOf(referral, names, subject, requester)],
        Identifier = [names.Referral, names.Reference],
        Requisition = names.AskedTogether,
        Status = RequestStatus.Active,
        Intent = RequestIntent.Proposal,
        Category = [names.Code("category", "adult-social-care", "Adult social care")],
        Priority = Priority(referral),
        Code = names.Code("referral-kind", referral.Kind, Words(referral.Kind)),
        Subject = subject,
        AuthoredOnElement = new FhirDateTime(referral.CreatedAt),
        Requester = requester,
        ReasonCode = [.. (referral.Outcome?.Reasons ?? []).Select(reason => new CodeableConcept { Text = reason })],
        SupportingInfo = [.. supporting],
        Note = [.. referral.WhatMatters.Select(words => new Annotation { Text = $"What matters: {words}" })],
        RelevantHistory = [new ResourceReference($"#{Provenance}")],
    };

    public static Hl7.Fhir.Model.Task Task(Referral referral, FhirNames names, ResourceReference request, ResourceReference subject) => new()
    {
        Identifier = [names.Part("task")],
        Status = Hl7.Fhir.Model.Task.TaskStatus.Requested,
        Intent = Hl7.Fhir.Model.Task.TaskIntent.Order,
        Priority = Priority(referral),
        Code = names.Code("task", "first-contact", "Get in touch and decide what happens next"),
        Focus = request,
        For = subject,
        AuthoredOnElement = new FhirDateTime(referral.CreatedAt),
        Owner = referral.Outcome is { } outcome ? new ResourceReference { Type = "Organization", Identifier = names.Team(outcome.Team), Display = Words(outcome.Team) } : null,
        Restriction = referral.Outcome?.RespondBy is { } by ? new Hl7.Fhir.Model.Task.RestrictionComponent { Period = new Period { EndElement = new FhirDateTime(by) } } : null,
    };

    private static RequestPriority Priority(Referral referral) => referral.Outcome?.Priority switch
    {
        "P0" => RequestPriority.Stat,
        "P1" => RequestPriority.Asap,
        "P2" => RequestPriority.Urgent,
        _ => RequestPriority.Routine,
    };

    // Contained, because a Provenance has no identifier in R4: alone it would be made twice when an answer is lost.
    private static Provenance ProvenanceOf(Referral referral, FhirNames names, ResourceReference subject, ResourceReference author) => new()
    {
        Id = Provenance,
        Target = [subject],
        RecordedElement = new Instant(referral.CreatedAt),
        Reason = [new CodeableConcept { Text = "Told and agreed in a conversation with the council's assistant." }],
        Agent =
        [
            new Provenance.AgentComponent { Type = new CodeableConcept("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "author"), Who = author },
            new Provenance.AgentComponent
            {
                Type = new CodeableConcept("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "assembler"),
                Who = new ResourceReference { Type = "Device", Identifier = names.Device, Display = "The council's assistant" },
            },
        ],
    };

    private static string Words(string code) => code.Length == 0 ? "" : char.ToUpperInvariant(code[0]) + code[1..].Replace('_', ' ');
}
