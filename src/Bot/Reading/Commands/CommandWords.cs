using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Commands;

/// <summary>A command and the words for it.</summary>
/// <param name="Intent">What is wanted.</param>
/// <param name="Exact">The whole sentence.</param>
/// <param name="Short">Anywhere in a short sentence.</param>
/// <param name="Anywhere">Anywhere, however long the sentence.</param>
internal sealed record CommandWords(Intent Intent, ImmutableArray<string> Exact, ImmutableArray<string> Short, ImmutableArray<string> Anywhere)
{
    /// <summary>All commands; of two in one sentence the first in the table counts.</summary>
    public static ImmutableArray<CommandWords> Table { get; } =
    [
        new(Intent.StopAndText, [], [], ["text me where", "text me the rest", "text it to me", "text me a link", "send me a text with", "text me so i can carry on", "text me what you have", "text me what weve got"]),
        new(
            Intent.Person,
            ["person", "human", "operator", "agent", "adviser", "officer"],
            ["talk to a person", "speak to a person", "talk to someone", "speak to someone", "talk to somebody", "speak to somebody", "real person", "a human", "proper person", "put me through", "want a person", "talk to an officer", "speak to an officer", "speak to an adviser", "talk to an adviser", "not a robot", "not a machine", "somebody real", "someone real", "actual person", "speak with someone", "ring somebody and talk"],
            ["talk to a person", "speak to a person", "talk to a human", "speak to a human", "talk to a real", "speak to a real", "real person", "put me through to", "want to talk to somebody", "want to talk to someone", "want to speak to somebody", "want to speak to someone", "rather talk to somebody", "rather talk to someone", "rather speak to somebody", "rather speak to someone", "just talk to somebody", "just talk to someone", "just speak to somebody", "just speak to someone"]),
        new(
            Intent.AnotherDay,
            [],
            ["ask about that tomorrow", "ask tomorrow", "come back to that tomorrow", "leave that till tomorrow", "another day", "keep that for later", "come back to that another", "come back to it tomorrow", "leave it till tomorrow", "leave it for tomorrow", "ask you tomorrow", "ask again tomorrow", "talk about it tomorrow", "go back to that tomorrow"],
            []),
        new(
            Intent.Resume,
            ["carry on", "continue", "go on with it", "where were we", "go on", "lets carry on", "ok carry on", "right carry on", "right where were we"],
            ["carry on where we were", "carry on with what we were doing", "where were we", "what were you asking", "what was the question", "what did you ask", "back to the question", "back to what you were asking", "back to your questions", "as you were saying", "go on with the questions", "carry on with the questions", "carry on with the form", "what were you saying", "go on with what you were asking"],
            []),
        new(
            Intent.WhatNow,
            ["what now", "what next", "whats next"],
            ["what happens now", "what happens next", "when will i hear", "when will we hear", "when will somebody ring", "when will someone ring", "when do i hear", "how long till i hear", "what do i do now", "what happens after this", "what is going to happen now", "who will ring me", "who rings me"],
            []),
        new(
            Intent.ExplainEstimate,
            [],
            ["how did you get to", "how did you get that", "how did you work", "how do you work that out", "how is that worked out", "how was that worked out", "where does that come from", "where did that come from", "how do you get that", "show me the working", "explain the figure", "explain that figure", "why is it that much", "why so low", "why so little", "why that much", "how have you worked"],
            []),
        new(
            Intent.EstimateNow,
            [],
            ["does the figure change", "does that change the figure", "does it change", "has it changed", "has the figure changed", "is it different now", "does it go up", "does the figure go", "new figure", "what is it now then", "change the figure", "alter the figure", "figure different", "figure still the same", "budget different", "different figure", "make the budget more", "make the figure more", "make the budget less", "change the budget", "change the amount", "does the amount", "does the budget change", "make a difference to the figure"],
            []),
        new(
            Intent.Estimate,
            ["estimate", "show me", "yes show me"],
            ["show me a figure", "show us a figure", "show us the figure", "show me the figure", "indicative budget please", "show me the budget", "estimate please", "how much would we get", "how much would i get", "how much would he get", "how much would she get", "how much could we get", "give me a figure", "give us a figure", "see a figure please", "like to see a figure", "what would the budget be", "id like an estimate", "work out a figure"],
            []),
        new(
            Intent.NamedAgain,
            [],
            ["called again", "name again", "what was it called", "what was that called", "whats it called", "what was the name", "whats the name of", "what was that number", "the number again", "number again", "which one was it", "which one was that", "remind me what", "remind me of the name", "what was that place", "what did you say it was called"],
            []),
        new(Intent.Why, ["why", "why is that", "what for", "how come"], ["why do you ask", "why do you need", "why are you asking", "why do you want", "why would you need", "why would you want", "whats that got to do", "why does it matter", "what do you need that for", "why dyou ask", "why ask", "whats it to you", "what has that got to do", "why d you need"], []),
        new(
            Intent.Simpler,
            ["what", "eh", "simpler", "simpler please", "easier"],
            ["dont understand", "do not understand", "didnt understand", "dont get it", "easier words", "simple words", "what does that mean", "what does it mean", "whats that mean", "what do you mean", "too many words", "big words", "hard words", "make it easier", "easy read", "say it easier", "too hard to read", "cant read all that", "dont know that word", "dont no that word", "too long"],
            []),
        new(
            Intent.Repeat,
            ["repeat", "say that again", "pardon", "again", "come again", "sorry what", "what was that", "say again"],
            ["say that again", "repeat that", "can you repeat", "could you repeat", "didnt catch that", "didnt hear that", "didnt hear you", "didnt catch it", "what did you say", "say it again", "read it again", "read that again", "missed that"],
            ["can you say that again", "can you repeat that"]),
        new(Intent.Back, ["back", "go back", "previous", "go back one", "one back", "previous question", "the one before"], ["go back one", "go back a question", "previous question", "back to the last question", "back to the one before"], []),
        new(Intent.StartAgain, ["start again", "start over", "restart", "begin again", "start afresh", "new conversation"], ["start again from the beginning", "start all over", "scrap all that and start", "begin from the beginning", "forget all that", "can we start again", "start from scratch"], []),
        new(
            Intent.Stop,
            ["stop", "save", "stop now", "later", "thats enough", "pause"],
            ["stop for now", "finish later", "come back later", "save and finish", "do this later", "do it later", "carry on later", "continue later", "enough for today", "enough for now", "finish this later", "finish it later", "back later", "rest later", "stop here", "leave it there for now"],
            ["got to go", "have to go", "need to go", "gotta go", "must dash", "got to dash", "must go now", "ive to go", "i'll have to leave it there", "got to rush", "got to run", "i must go", "ill have to go", "better go", "have to dash"]),
        new(
            Intent.Skip,
            ["skip", "skip this", "pass", "next", "next question", "rather not say", "prefer not to say", "skip it", "move on", "leave that one", "skip that", "skip please", "id rather not say", "leave that out", "dont want to answer that"],
            ["skip this one", "skip that one", "skip the question", "can we skip", "rather not answer", "prefer not to answer", "leave that question", "pass on that"],
            []),
        new(Intent.AreYouThere, ["hello??", "you there", "are you there", "anyone there", "anybody there", "you still there", "are you still there", "is anyone there", "is anybody there"], ["are you still there", "anybody there", "is anyone there"], []),
        new(
            Intent.BackAgain,
            ["im back", "back now", "im here", "i am here", "yes im here", "yes i am here", "im back now", "right im back", "sorry about that", "ok im back", "here again", "im still here"],
            ["im back", "i am back", "yes i am here", "yes im here", "im here now", "im still here", "back now sorry"],
            []),
        new(
            Intent.Wait,
            ["hang on", "hold on", "wait", "one sec", "one second", "one minute", "bear with me", "wait a minute", "give me a minute", "just a minute", "just a sec", "brb", "two ticks", "just a moment", "one moment", "1 sec", "1 min", "hang on a sec", "hang on a minute"],
            ["back in a minute", "back in a sec", "back in a bit", "bear with me", "give me a minute", "give me a sec", "someone at the door", "somebodys at the door", "phones ringing", "two minutes", "just getting", "just fetching", "let me get", "let me find", "ill be right back"],
            []),
        new(Intent.Thanks, ["thanks", "thank you", "ta", "cheers", "thank you very much", "thanks very much", "thanks a lot", "ta very much", "many thanks", "ok thanks", "ok thank you", "great thanks", "thats great thanks", "lovely thank you", "brilliant thanks", "thank you so much", "thx", "ty", "ta love", "thanks love", "youve been very helpful", "thats very helpful", "thats helpful thanks"], [], []),
        new(Intent.Goodbye, ["bye", "goodbye", "bye bye", "bye then", "cheerio", "ta ra", "tara", "thats all thanks", "thats all thank you", "thats it thanks", "thats all i wanted", "nothing else thanks", "no thats all", "no thats it", "bye for now", "good night", "goodnight", "thats all i need", "im done thanks", "thats me done"], ["no thank you thats all i wanted", "thats all i wanted", "thats all for now", "thats all thanks", "thats me done"], []),
        new(Intent.Greeting, ["hello", "hi", "hiya", "hey", "good morning", "good afternoon", "good evening", "morning", "afternoon", "evening", "hello there", "hi there", "ey up", "alright", "how do", "howdy", "hello again", "hi again", "hello is anyone there"], [], []),
        new(
            Intent.Abuse,
            ["fuck off", "piss off", "fuck you", "bugger off", "you idiot", "idiot", "moron", "shut up", "sod off", "knob", "wanker", "twat", "dickhead", "arsehole", "useless"],
            ["youre useless", "you are useless", "this is useless", "stupid bot", "stupid machine", "stupid computer", "bloody robot", "waste of space", "youre an idiot", "you are an idiot", "youre stupid", "you are stupid", "fuck off", "fuck you", "piss off", "shove it", "youre rubbish", "you are rubbish", "load of crap", "load of rubbish", "bloody useless", "youre a joke", "hate you", "you lot are useless", "stupid thing", "youre pathetic", "thick as"],
            []),
        new(Intent.Distress, [], ["im so upset", "in tears", "cant stop crying", "im crying", "so worried", "worried sick", "i feel terrible", "im terrified", "im so scared", "im frightened", "feel so guilty", "breaks my heart", "breaking my heart", "so sad", "its so hard", "heartbroken", "im at a loss", "dont know what to do", "dont know where to turn", "dont know which way to turn"], []),
        new(Intent.Change, ["change", "change it", "check my answers", "change my answer", "thats wrong", "thats not right", "my answers"], ["change my answer", "change an answer", "change what i said", "check my answers", "see my answers", "i want to change", "can i change", "correct what i said"], []),
    ];
}
