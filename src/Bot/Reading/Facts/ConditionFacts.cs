using System.Collections.Immutable;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading.Facts;

/// <summary>Illnesses and disabilities, as they are named; what is denied ("I'm not disabled") or only asked about is none.</summary>
internal static class ConditionFacts
{
    private static readonly ImmutableArray<(string Name, string[] Words)> Table =
    [
        ("dementia", ["dementia", "demntia", "dimentia", "vascular dementia", "lewy body"]),
        ("Alzheimer's disease", ["alzheimers", "alzheimer", "altzheimers", "alzeimers", "alzhiemers"]),
        ("memory problems", ["memory problems", "memory loss", "losing her memory", "losing his memory", "memory is going", "memory goes", "memorys going", "memorys gone"]),
        ("COPD", ["copd", "emphysema", "bad chest", "chronic bronchitis"]),
        ("lung condition", ["bad lungs", "lung condition", "lung disease", "pulmonary fibrosis", "his lungs", "her lungs", "my lungs"]),
        ("a stroke", ["stroke", "strokes", "tia", "mini stroke"]),
        ("Parkinson's", ["parkinsons", "parkinson", "parkinsons disease"]),
        ("multiple sclerosis", ["ms", "multiple sclerosis"]),
        ("ME", ["m e", "chronic fatigue", "cfs", "myalgic encephalomyelitis"]),
        ("motor neurone disease", ["mnd", "motor neurone", "motor neuron disease"]),
        ("a neurological condition", ["neurological condition", "progressive neurological", "progressive condition", "degenerative condition", "neuropathy"]),
        ("arthritis", ["arthritis", "arthritic", "rheumatoid", "osteoarthritis"]),
        ("osteoporosis", ["osteoporosis", "brittle bones"]),
        ("diabetes", ["diabetes", "diabetic", "type 2", "type two diabetes"]),
        ("a heart condition", ["heart failure", "heart condition", "bad heart", "angina", "heart trouble", "heart disease", "dicky heart"]),
        ("cancer", ["cancer", "tumour", "leukaemia", "lymphoma", "myeloma"]),
        ("kidney disease", ["kidney disease", "kidney failure", "dialysis"]),
        ("epilepsy", ["epilepsy", "epileptic"]),
        ("a learning disability", ["learning disability", "learning disabilities", "learning difficulty", "learning difficulties", "severe ld", "mild ld", "ld", "downs syndrome", "down syndrome", "downs"]),
        ("autism", ["autism", "autistic", "asd", "aspergers", "asperger"]),
        ("ADHD", ["adhd"]),
        ("cerebral palsy", ["cerebral palsy"]),
        ("muscular dystrophy", ["muscular dystrophy"]),
        ("Huntington's disease", ["huntingtons", "huntington"]),
        ("a brain injury", ["brain injury", "head injury", "acquired brain injury"]),
        ("a spinal injury", ["spinal injury", "spinal cord", "paraplegic", "tetraplegic", "quadriplegic", "paralysed"]),
        ("an amputation", ["amputee", "amputation", "lost a leg", "lost his leg", "lost her leg", "leg off", "leg amputated"]),
        ("sight loss", ["blind", "partially sighted", "sight loss", "macular", "macular degeneration", "glaucoma", "cataracts", "going blind", "poor eyesight", "cant see well", "registered blind"]),
        ("hearing loss", ["deaf", "hard of hearing", "hearing loss"]),
        ("depression", ["depression", "depressed"]),
        ("anxiety", ["anxiety", "panic attacks", "agoraphobia"]),
        ("a mental health condition", ["schizophrenia", "schizophrenic", "bipolar", "psychosis", "ptsd", "personality disorder", "ocd", "mental illness", "mental health problems"]),
        ("fibromyalgia", ["fibromyalgia"]),
        ("asthma", ["asthma", "asthmatic"]),
        ("a broken hip", ["broken hip", "hip fracture", "fractured hip", "broke her hip", "broke his hip", "broke my hip", "new hip", "hip replacement", "hip op"]),
        ("incontinence", ["incontinent", "incontinence"]),
        ("frailty", ["frail", "very frail", "frailty"]),
        ("low vision and hearing", ["deafblind"]),
    ];

    private static readonly ImmutableArray<string> Denials = ["not", "no", "isnt", "hasnt", "doesnt", "dont", "never", "havent", "without", "arent", "wasnt", "hes not", "shes not", "im not"];

    /// <summary>The conditions of a message, each with the clause that names it.</summary>
    public static IEnumerable<VolunteeredFact> In(MessageParts message) =>
        from clause in message.Clauses
        where !IsQuestion(clause)
        from name in Find(Marked(clause))
        select new VolunteeredFact(FactIds.Condition, new TextValue(name), clause.Text);

    /// <summary>The conditions named in a line of plain words.</summary>
    public static IEnumerable<string> Find(string line) => Table
        .Where(row => row.Words.Any(word => IsNamed(line, word)))
        .Select(row => row.Name);

    private static bool IsNamed(string line, string word)
    {
        var at = line.IndexOf($" {word} ", StringComparison.Ordinal);
        if (at < 0)
        {
            return false;
        }

        var before = line[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return !before.TakeLast(3).Any(Denials.Contains) && !before.TakeLast(2).Any(piece => piece is "if" or "about" or "know");
    }

    // "ME" is an illness and "me" is not: only capitals tell.
    private static string Marked(MessagePart clause) =>
        clause.Text.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Contains("ME") && clause.Text.Any(char.IsLower) && clause.Has("have me", "has me", "got me", "with me") ? $"{clause.Line}m e " : clause.Line;

    private static bool IsQuestion(MessagePart clause) => clause.IsAsked && clause.Begins("what", "is", "can", "do", "does", "how", "are", "who");
}
