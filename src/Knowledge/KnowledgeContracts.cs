using System.Collections.Immutable;

namespace TransformingLives.Knowledge;

/// <summary>Where the knowledge base finds its content and keeps its index.</summary>
/// <param name="ContentPath">The folder <c>content/</c>: <c>guides/</c>, <c>services/</c>, <c>places/</c>, <c>words/</c>, <c>topics.yaml</c>.</param>
/// <param name="IndexPath">A folder the index may be written to; made when missing.</param>
/// <param name="Patches">The council's patch team by outcode ("CB7" → "East patch"): what is in its area.</param>
public sealed record KnowledgeOptions(string ContentPath, string IndexPath, ImmutableDictionary<string, string> Patches)
{
    /// <summary>The folder of imported directories, one below it for each feed; null for none.</summary>
    public string? DirectoryPath { get; init; }

    /// <summary>Tells which day it is: what has ended by then isn't shown.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>Something wrong in a content file, said so that its author can mend it.</summary>
/// <param name="File">Path below the content folder.</param>
/// <param name="Line">Line, from 1; 0 where it can't be known.</param>
/// <param name="Field">The field, for instance <c>reviewed</c> or <c>services[3].id</c>; empty for the whole file.</param>
/// <param name="Message">What is wrong and what was expected, in one sentence.</param>
/// <param name="IsError">False for a warning, for instance a guide past its review date.</param>
public sealed record KnowledgeProblem(string File, int Line, string Field, string Message, bool IsError = true);

/// <summary>A place a resident named: a postcode, an outcode, a town or a village.</summary>
/// <param name="Name">As it should be said back: "CB6 1AB", "Ely".</param>
/// <param name="Latitude">Degrees north, WGS 84.</param>
/// <param name="Longitude">Degrees east, WGS 84.</param>
/// <param name="Outcode">Outward part of the postcode, "CB6"; null where it isn't known.</param>
/// <param name="InArea">True when the council serves it.</param>
/// <param name="Patch">The council's patch team for it; null outside the area.</param>
/// <param name="CouncilName">The council or district to ask when it is not ours; null where it isn't known.</param>
/// <param name="Matched">The resident's own words that were read as the place.</param>
public sealed record Place(string Name, double Latitude, double Longitude, string? Outcode, bool InArea, string? Patch, string? CouncilName, string Matched);

/// <summary>A question to the knowledge base.</summary>
/// <param name="Text">The resident's words.</param>
/// <param name="Near">Where they are, if they said.</param>
/// <param name="Now">The moment the question is asked, for "open now" and freshness.</param>
/// <param name="EarlierTopics">Topics already talked about, latest first: a follow-up such as "how much is it?" leans on them.</param>
public sealed record KnowledgeQuestion(string Text, Place? Near, DateTimeOffset Now, ImmutableArray<string> EarlierTopics)
{
    /// <summary>Topics that this person should not be shown, for instance help for carers to somebody who said that they are none.</summary>
    public ImmutableArray<string> Except { get; init; } = [];
}

/// <summary>How likely a topic is.</summary>
/// <param name="Id">Topic id of <c>content/topics.yaml</c>, for instance <c>blue_badge</c>.</param>
/// <param name="Title">Its title, for a person.</param>
/// <param name="Confidence">0 to 1, calibrated: of answers given at 0.8, about eight in ten are right.</param>
public sealed record TopicGuess(string Id, string Title, double Confidence);

/// <summary>Where an answer is from.</summary>
/// <param name="Title">Name of the guide, page or directory record.</param>
/// <param name="Url">Public address, if there is one.</param>
/// <param name="Checked">The day it was last reviewed or assured; null if never.</param>
/// <param name="IsOverdue">Past its review date.</param>
public sealed record Source(string Title, string? Url, DateOnly? Checked, bool IsOverdue);

/// <summary>A passage of a guide that answers.</summary>
/// <param name="GuideId">File name of the guide, without its ending.</param>
/// <param name="Title">Title of the guide.</param>
/// <param name="Summary">One or two plain sentences: the answer.</param>
/// <param name="Body">The passage in Markdown, for who wants more.</param>
/// <param name="NextSteps">What a person can do next, a sentence each.</param>
/// <param name="Sms">A version that fits one text message; empty if the author gave none.</param>
/// <param name="Spoken">A version to be spoken; empty if the author gave none.</param>
/// <param name="Source">Where it is from.</param>
public sealed record Passage(string GuideId, string Title, string Summary, string Body, ImmutableArray<string> NextSteps, string Sms, string Spoken, Source Source);

/// <summary>A service near the resident, in the words of its record.</summary>
/// <param name="Id">Open Referral UK id.</param>
/// <param name="Name">Name of the service.</param>
/// <param name="Organisation">Who runs it.</param>
/// <param name="Description">One or two sentences.</param>
/// <param name="Where">"Ely" or "By phone, anywhere in England".</param>
/// <param name="Miles">Straight-line distance in miles from the resident's place; null without a place or for national services.</param>
/// <param name="When">Opening times as a person would say them; empty if not known.</param>
/// <param name="Cost">What it costs; empty if not known.</param>
/// <param name="Phone">As printed, "01632 960 123"; empty if none.</param>
/// <param name="Url">Web address; empty if none.</param>
/// <param name="Who">Who it is for; empty if for everybody.</param>
/// <param name="IsSample">An invented local service of the sample content.</param>
/// <param name="Source">Where it is from and when it was last assured.</param>
public sealed record ServiceHit(string Id, string Name, string Organisation, string Description, string Where, double? Miles, string When, string Cost, string Phone, string Url, string Who, bool IsSample, Source Source)
{
    /// <summary>What makes it easier to use: "Ramp; hearing loop". Empty if not known.</summary>
    public string Access { get; init; } = "";

    /// <summary>Languages spoken there; empty if not known.</summary>
    public string Languages { get; init; } = "";

    /// <summary>Something to know for a short time, "Closed until May"; empty for nothing.</summary>
    public string Alert { get; init; } = "";

    /// <summary>E-mail address; empty if none.</summary>
    public string Email { get; init; } = "";
}

/// <summary>What the knowledge base has for a question: only what was found.</summary>
public sealed record KnowledgeAnswer
{
    /// <summary>The likeliest topics, best first; at most five.</summary>
    public ImmutableArray<TopicGuess> Topics { get; init; } = [];

    /// <summary>The question isn't about adult social care.</summary>
    public bool IsOutOfScope { get; init; }

    /// <summary>Calibrated confidence in the first topic, or in "out of scope"; 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The best passage; null when nothing good enough was found.</summary>
    public Passage? Passage { get; init; }

    /// <summary>Up to three services, best first.</summary>
    public ImmutableArray<ServiceHit> Services { get; init; } = [];

    /// <summary>A place named in the question itself.</summary>
    public Place? Place { get; init; }

    /// <summary>Who does deal with it, when it is out of scope and known ("Bins: your district council").</summary>
    public string? WhoDoesThat { get; init; }
}

/// <summary>A question as somebody may ask it.</summary>
/// <param name="TopicId">The topic it is about.</param>
/// <param name="Text">The words.</param>
public sealed record ExampleQuestion(string TopicId, string Text);
