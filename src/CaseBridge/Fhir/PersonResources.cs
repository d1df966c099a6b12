using Hl7.Fhir.Model;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>People of a referral as FHIR resources.</summary>
internal static class PersonResources
{
    /// <summary>Who a referral is about.</summary>
    public static Patient Patient(ReferralPerson person, Identifier identifier) => new()
    {
        Identifier = [identifier],
        Name = Names(person),
        BirthDate = person.BornOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Telecom = Contacts(person),
        Address = Addresses(person),
    };

    /// <summary>Somebody who helps, or who got in touch on their behalf.</summary>
    public static RelatedPerson Helper(ReferralPerson person, Identifier identifier, ResourceReference patient) => new()
    {
        Identifier = [identifier],
        Patient = patient,
        Relationship = person.Relation is { } relation ? [new CodeableConcept { Text = relation }] : [],
        Name = Names(person),
        Telecom = Contacts(person),
        Address = Addresses(person),
    };

    private static List<HumanName> Names(ReferralPerson person) => person.Name is { } name ? [new HumanName { Text = name }] : [];

    private static List<ContactPoint> Contacts(ReferralPerson person)
    {
        var contacts = new List<ContactPoint>();
        if (person.Phone is { } phone)
        {
            contacts.Add(new ContactPoint { System = ContactPoint.ContactPointSystem.Phone, Value = phone });
        }

        if (person.Email is { } email)
        {
            contacts.Add(new ContactPoint { System = ContactPoint.ContactPointSystem.Email, Value = email });
        }

        return contacts;
    }

    private static List<Address> Addresses(ReferralPerson person) =>
        person.Address is null && person.Postcode is null ? [] : [new Address { Use = Address.AddressUse.Home, Text = person.Address, PostalCode = person.Postcode }];
}
