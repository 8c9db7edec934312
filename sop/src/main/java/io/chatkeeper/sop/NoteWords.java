package io.chatkeeper.sop;

import java.util.Set;
import java.util.regex.Pattern;

/// The words by which notes tell a concern, an action and a next step. All patterns ignore case
/// unless they look for a name.
final class NoteWords {
    private static final int IGNORE_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /// Who a note is about, at the start of a sentence.
    private static final String PERSON =
            "(?:the |this |our )?(?:customer|client|borrower|caller|user|shopper|member|patient"
                    + "|guest"
                    + "|tenant|subscriber|buyer|applicant|visitor|account holder|homeowner|owner"
                    + "|passenger|traveller|traveler|student|parent|policy ?holder|resident|driver"
                    + "|cust|cx|clt)(?:'s|’s)?(?: [A-Z][\\p{L}'’-]+){0,2}"
                    + "|(?:mr|mrs|ms|dr)\\.? [\\p{L}'’-]+|he|she|they";

    /// Verbs of asking and telling, as customers do.
    private static final String TELLS =
            "(?:is |was |has been |are |were |has |had |also |just |then |again ){0,4}"
                    + "(?:ask(?:s|ed|ing)?|request(?:s|ed|ing)?|want(?:s|ed|ing)?|need(?:s|ed|ing)?"
                    + "|say(?:s|ing)?|said|stat(?:es|ed|ing)|report(?:s|ed|ing)?"
                    + "|complain(?:s|ed|ing)?|claim(?:s|ed|ing)?|mention(?:s|ed|ing)?"
                    + "|wonder(?:s|ed|ing)?|inquir(?:es|ed|ing)|enquir(?:es|ed|ing)"
                    + "|wish(?:es|ed)?|would like|is unhappy|unhappy|upset|angry|confused"
                    + "|worried|concerned|frustrated|can(?:no|')t|can’t|could not|couldn['’]t"
                    + "|unable|does(?: not|n['’]t)|did(?: not|n['’]t)"
                    + "|(?:rang|called|wrote|phoned|emailed|chatted|messaged|contacted us)"
                    + " (?:in )?(?:to (?:say|ask|report|complain|find out|know|check)|about|because"
                    + "|asking|saying|wanting|wondering))";

    static final Pattern CONCERN =
            Pattern.compile("^(?:" + PERSON + ") " + TELLS + "\\b", IGNORE_CASE);

    /// A statement that goes on about the customer or the trouble.
    static final Pattern GOES_ON =
            Pattern.compile(
                    "^(?:and |but |so |that |because |since ){0,4}(?:he|she|they|it|nobody|no "
                            + "one|nothing"
                            + "|this|that|his|her|their|which|who|customer|client)\\b",
                    IGNORE_CASE);

    /// Asking and trouble, wherever they stand.
    static final Pattern CONCERN_ANYWHERE =
            Pattern.compile(
                    "\\b(?:ask(?:s|ed|ing)|request(?:s|ed|ing)?|want(?:s|ed)|need(?:s|ing)"
                            + "|report(?:s|ed|ing)|complain(?:s|ed|t|ts|ing)?|inquir\\w+|enquir\\w+"
                            + "|question(?:s|ed)? (?:about|on|regarding)|dispute[sd]?|unhappy|upset"
                            + "|angry|worried|confused|not|never|can(?:no|')t|couldn['’]t|didn['’]t"
                            + "|doesn['’]t|won['’]t|isn['’]t|unable|fail(?:s|ed|ing|ure)?|error"
                            + "|broken"
                            + "|missing|wrong|late|lost|stuck|locked|slow|down|damaged|cracked"
                            + "|faulty"
                            + "|duplicate|kept|keeps|problems?|because|due to|regarding|about"
                            + "|concerning|after (?:he|she|they)|who|why|how to|instead)\\b"
                            + "|\\bfor (?!(?:now|today|me|us|him|her|them|(?:his|her|their) "
                            + "(?:time|patience|call)|contacting|calling|chatting|the (?:call"
                            + "|chat|day))\\b)"
                            + "|\\bre:",
                    IGNORE_CASE);

    /// What agents do, at the start of a statement.
    static final Pattern ACTION =
            Pattern.compile(
                    "^(?:(?:i|we|have|has|had|then|also|so|and|again|just|already|successfully"
                            + "|politely"
                            + "|promptly) ){0,4}(?:advis|apologi[sz]|answer|assist|attach|call"
                            + "|cancel|chang"
                            + "|chas|check|clear|clos|complet|confirm|contact|creat|direct"
                            + "|discuss|email"
                            + "|e-mail|end|escalat|explain|fix|follow|forward|greet|guid|handl|help"
                            + "|inform|issu|log|messag|not(?=ed)|notifi|offer|pass|phon|process"
                            + "|promis"
                            + "|provid|reassur|record|refer|refund|replac|repl(?=ied)|resolv"
                            + "|respond"
                            + "|rout|review|schedul|shar|solv|submit|submitt|tagg|text|thank"
                            + "|transfer"
                            + "|transferr|tried|troubleshoot|updat|verif|verifi|voicemail|wait|warn"
                            + "|welcom|wish)(?:ed|ied)?\\b|^(?:(?:i|we|have|then|also|and) "
                            + "){0,4}(?:gave"
                            + "|told|sent|resent|left|rang|put|let|took|made|did|spoke|wrote"
                            + "|got|set"
                            + "|went over|went through|shut|said|walked|tried)\\b"
                            + "|^(?:(?:i|we) )?(?:will|shall|to) ",
                    IGNORE_CASE);

    /// Words that say nothing about what the chat was about.
    static final Set<String> GENERIC =
            words(
                    """
                    guest patient member buyer tenant shopper subscriber passenger student parent
                    applicant visitor owner emails letter letters question questions no yes reply
                    replies response far sorted goodbye bye billing finance accounts technical
                    sales service politely conversation thanked replied answered happy satisfied
                    chat chats session customer client caller user borrower cust him her them his
                    their he she they it its this that these those the a an my our me i we us to
                    of on in at by for with and then also or as is was has have had be been will
                    information info details detail answer answers help thanks thank side end
                    everything all needed necessary required requested steps step instructions
                    case ticket voicemail voicemails voice mail text texts message messages email
                    e-mail call calls phone chatting calling contacting one two three twice again
                    try later soon today tomorrow monday tuesday wednesday thursday friday
                    saturday sunday morning afternoon am pm back done well day nice good great
                    polite promptly properly fully assigned appropriate right correct next other
                    another team department dept desk agent colleague lead supervisor manager
                    specialist engineer loan support person time times patience issue matter
                    request inquiry enquiry query concern assistance very so up out over through
                    down off link best politeness warmly kindly quickly successfully from into
                    """);

    /// Traces of something done or about to be done.
    static final Pattern TRACE_OF_ACTION =
            Pattern.compile(
                    "\\b(?:\\w{2,}ed|sent|gave|told|took|made|put|set|ran|found|got|let|spoke"
                            + "|wrote|done"
                            + "|given|paid|read|shown|went|will|'ll|to call|follow[- ]?up"
                            + "|call[- ]?back"
                            + "|update|next|due|under|awaiting|waiting|pending|with|escalat\\w*"
                            + "|investigat\\w*|now|no further|resolved|see)\\b",
                    IGNORE_CASE);

    /// The note itself says that something is open.
    static final Pattern OPEN_END =
            Pattern.compile(
                    "\\bpending(?=\\s*(?:[.,;:!?)]|$|\\R|and\\b|but\\b|(?:for )?now\\b|at "
                            + "(?:this|the) (?:time|moment)))"
                            + "|\\b(?:still|is|are|remains?|currently|now|marked(?: as)?"
                            + "|left(?: as)?)"
                            + " pending\\b"
                            + "|\\b(?:unresolved|unsolved)\\b"
                            + "|\\boutstanding(?=\\s*(?:[.,;:!?)]|$|\\R|and\\b|but\\b|(?:for "
                            + ")?now\\b"
                            + "|at (?:this|the) (?:time|moment)))"
                            + "|\\bnot (?:yet )?(?:been )?(?:resolved|fixed|solved|sorted"
                            + "|settled)\\b"
                            + "|\\b(?:still|remains?|left) (?:open|outstanding|unsettled)\\b"
                            + "|(?<!\\b(?:customer|client|caller|borrower|user|him|her|them|me"
                            + "|us|waiting) )"
                            + "\\bon hold\\b(?! (?:music|for \\d))",
                    IGNORE_CASE);

    /// Someone who takes it on, something that comes next, or a time.
    private static final Pattern NEXT_STEP =
            Pattern.compile(
                    "\\b(?:follow(?:ing|s)?[- ]?up|call[- ]?backs?|call(?:ing)? (?:back|him|her"
                            + "|them)"
                            + "|will|'ll|shall|going to|next|due|until|till|once|when|as soon "
                            + "as|after"
                            + "|scheduled|booked|await\\w*|waiting|expect\\w*|escalat\\w*"
                            + "|assigned|referred"
                            + "|forwarded|passed|handed|transferr?ed|routed|submitted|chas\\w+"
                            + "|monitor\\w*"
                            + "|investigat\\w*|review(?:ing)?|under|raised|opened|logged|ticket"
                            + "|to (?:call|confirm|reply|check|send|contact|review|return"
                            + "|advise|update"
                            + "|respond|provide|follow|get|process|approve)"
                            + "|pending (?:an? |the |his |her |their )?(?:confirm\\w*|approval"
                            + "|review"
                            + "|response|reply|receipt|decision|verification|from|with"
                            + "|investigation)"
                            + "|teams?|department|dept|desk|manager|supervisor|leads?"
                            + "|engineers?|vendor"
                            + "|bank|lender|courier|warehouse|specialist|accounts|billing|finance"
                            + "|developers?|technicians?|back office)\\b"
                            + "|['’]ll\\b",
                    IGNORE_CASE);

    private static final Pattern TIME =
            Pattern.compile(
                    "\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b"
                            + "|\\b(?:tomorrow|tonight|today|noon|midnight|eod|cob|eow"
                            + "|end of (?:the )?(?:day|week|month|shift)|this (?:afternoon"
                            + "|evening|week)"
                            + "|shortly|asap)\\b"
                            + "|\\b\\d{1,2}[/.-]\\d{1,2}\\b|\\b\\d{1,2}:\\d{2}\\b"
                            + "|\\b\\d{1,2} ?(?:am|pm|a\\.m|p\\.m)\\b"
                            + "|\\b(?:within|in|for) (?:the next )?(?:\\d+|an?|one|two|three|a few)"
                            + "|\\b\\d+[- ]?(?:business |working )?(?:h|hrs?|hours?|days?"
                            + "|weeks?|minutes?|mins?)\\b"
                            + "|\\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov"
                            + "|dec)[a-z]*\\.? \\d"
                            + "|\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun"
                            + "|jul|aug|sep|oct"
                            + "|nov|dec)",
                    IGNORE_CASE);

    /// A name after a word that hands over: `with Accounts`, `by Loan Department`.
    private static final Pattern OWNER =
            Pattern.compile("\\b(?:with|by|from|to|at) (?:the )?\\p{Lu}[\\p{L}]+");

    private NoteWords() {}

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    static boolean namesNextStep(String text) {
        return NEXT_STEP.matcher(text).find()
                || TIME.matcher(text).find()
                || OWNER.matcher(text).find();
    }
}
