using System.Collections.Frozen;

namespace TransformingLives.Bot.Reading.Facts;

/// <summary>Is a word somebody's first name? Written small, only common names count; written large, any word that is no ordinary one.</summary>
internal static class Names
{
    private static readonly FrozenSet<string> Common = (
        "aaron abdul abigail adam adrian agnes ahmed aidan aisha alan albert alec alex alexander alfie alfred ali alice alison allan amanda amelia amir amy andrea andrew andy angela anita ann anna anne annie anthony arthur ashley asif audrey ava "
        + "barbara barry beatrice ben benjamin bernard bert beryl beth betty beverley bhavesh bill billy bob brenda brian bridget bruce bryan carol caroline carole catherine cecil charles charlie charlotte cheryl chloe chris christine christopher claire clare clifford clive colin connie connor craig cynthia cyril "
        + "daisy daniel danny daphne darren dave david dawn dean deborah debbie denise dennis derek dianne diana diane donald donna doreen doris dorothy douglas duncan dylan ed eddie edith edna edward edwin eileen elaine eleanor elizabeth ella ellen ellie elsie emily emma enid eric erica ernest esther ethan ethel eunice eva eve evelyn "
        + "fatima felix fiona florence frances francis frank fred freda frederick gareth gary gavin gemma geoff geoffrey george georgia gerald geraldine gillian gina gladys glenn glenys gloria gordon grace graham greg gwen gwendoline hannah harold harriet harry harvey hassan hazel heather helen henry herbert hilary hilda howard hugh "
        + "ian ibrahim imran irene iris isaac isabel isla ivan ivy jack jackie jacob jacqueline jake james jamie jan jane janet janice jason jatinder jean jeff jeffrey jennifer jenny jeremy jess jessica jessie jill jim jimmy joan joanna joanne joe john johnny jonathan josephine joseph josh joshua joy joyce judith judy julia julian julie june karen kate katherine kathleen kathryn katie kay keith kelly ken kenneth kevin khalid kim kirsty kwame kyle "
        + "laura lauren lawrence leanne lee len leo leonard les lesley leslie lewis liam lilian lillian lily linda lisa liz logan lorna lorraine louis louise lucas lucy luke lynda lynn lynne mabel maggie malcolm mandy marcia margaret maria marian marie marilyn marion marjorie mark martha martin mary matthew maud maureen mavis maxine megan mehmet melanie michael michelle mick mike mildred millie mohammed mohamed moira molly monica muhammad muriel "
        + "nadia naomi natalie natasha neil nellie nicholas nick nicola nigel noah noel nora norma norman nuala olga olive oliver olivia omar oscar owen pam pamela pat patricia patrick paul paula pauline pearl peggy penny percy pete peter phil philip phillip phoebe phyllis polly pradeep priya rachel ralph raj rajesh ravi ray raymond rebecca reg reginald rhys richard rita rob robert robin rodney roger ron ronald ronnie rosa rosalind rose rosemary rosie ross roy ruby rupert russell ruth ryan "
        + "sally sam samantha samuel sandra sanjay sarah scott sean shane sharon shaun sheila shirley sid sidney simon sophia sophie stacey stan stanley stella stephanie stephen steve steven stewart stuart sue sunita surinder susan suzanne sybil sylvia tanya ted terence teresa terry thelma theresa thomas tim timothy tina toby todd tom tommy tony tracey tracy trevor tyler una usha valerie vera vernon veronica vic vicky victor victoria vikram vince vincent violet vivian vivien walter wanda wayne wendy wilfred will william winifred winston yasmin yusuf yvonne zainab zoe").Split(' ').ToFrozenSet();

    // Names that are ordinary words as well count only when they are written large.
    private static readonly FrozenSet<string> AlsoWords = "will mark rose joy grace may june dawn hazel heather ivy olive violet daisy pearl ruby faith hope frank bill rob art guy ray pat pa sue norm drew miles dean lee jack grant gene clay nick robin iris penny bob carol".Split(' ').ToFrozenSet();

    /// <summary>The name as it should be written; null when the word is none.</summary>
    public static string? Of(string written, bool isAfterKin)
    {
        var word = written.Trim('.', ',', '!', ':', ')', '(', '"');
        var plain = word.Replace("'s", "", StringComparison.Ordinal).Replace("’s", "", StringComparison.Ordinal);
        if (plain.Length is < 2 or > 20 || !plain.All(letter => char.IsLetter(letter) || letter is '-' or '\''))
        {
            return null;
        }

        var small = plain.ToLowerInvariant();
        var isLarge = char.IsUpper(plain[0]) && plain.Skip(1).Any(char.IsLower);
        var isName = isLarge ? Common.Contains(small) || isAfterKin && !OrdinaryAfterKin.Contains(small) : Common.Contains(small) && (!AlsoWords.Contains(small) || isAfterKin && small is not ("will" or "may"));
        return isName ? char.ToUpperInvariant(plain[0]) + plain[1..] : !isLarge && small.Length > 3 && small[^1] == 's' && Common.Contains(small[..^1]) && isAfterKin ? Of(small[..^1], isAfterKin) : null;
    }

    private static readonly FrozenSet<string> OrdinaryAfterKin = "and has is was who he she they needs lives can cannot had i but with in on at to from for does will would the a my her his".Split(' ').ToFrozenSet();
}
