import { anyOf, beginsWith, clauseWith, wordSet, type Lexicon } from './lexicon.ts';

const NOT =
  "(?:didn't|don't|doesn't|haven't|hasn't|weren't|wasn't|aren't|isn't|can't|couldn't|won't)";

export const english: Lexicon = {
  functionWords: wordSet(
    'the a an and or of to what which who whom whose when where why how did do does have has had you',
    'your they their them we our us it this that these those for with from not is are was were be been',
    'will would can could should there any if on at by as about in next than into only no yes been over',
  ),
  open: anyOf("(?:who|what|how|where|when)(?:'s|'re|'d|'ll)?|whom|whose|which|why"),
  inverted: beginsWith(
    "(?:is|are|was|were|do|does|did|have|has|had|can|could|would|should|might|must)(?:n't| not)?",
    "am|will|won't|shall|shan't|may|can't|ain't|any|anything|anyone",
  ),
  stated: beginsWith("(?:you|they|he|she|it|there|we|i)(?:'(?:ve|re|s|ll|d))?"),
  before: beginsWith('if|when|once|after|before|as|given|with|without|until|while|since'),
  frame: beginsWith(
    '(?:walk|talk|take|lead|run) (?:me|us) through|(?:tell|show) (?:me|us)|help (?:me|us) (?:understand|see)',
    'describe|say more|imagine|suppose|picture|think (?:of|about|back)|put yourself|let us (?:say|suppose)',
  ),
  order: beginsWith(
    "please \\p{L}+|do not|don't|be sure|make|call|email|mail|phone|ask|book",
    'schedule|send|get|tell|find|update|fill|add|check|confirm|ensure|contact|write|note|push|stop|start',
    'go|move|remember|follow|speak|talk|meet|set|put|name|list|give|show|prove|explain|justify|reach|chase',
    'close|bring|keep|use|take|review|complete|enter|try|log|arrange|identify|qualify|verify|prepare|report',
  ),
  command: clauseWith(
    "you(?:'d| had) better|you(?: really| always| still)? (?:must|should|need to|have to|ought to|shall)",
    "you(?:'re| are) (?:expected|required|supposed|obliged) to|it is your (?:job|duty|responsibility)",
  ),
  ordersAsk: true,
  blame: anyOf(
    `why (?:on earth )?${NOT} you|why (?:did|do|have|are|were|can|could) you (?:still )?not`,
    'why (?:have|did) you (?:failed|forgotten|neglected|ignored|fail|forget|neglect|ignore)',
    "why (?:is|are) (?:this|it|that|there) still (?:not|no|missing|open|empty)|why (?:isn't|wasn't) (?:this|it|that) (?:done|filled|updated|booked|finished|asked)",
    "you (?:really |clearly |probably )?(?:should|could|ought to)(?:'ve| have)|should you have|shouldn't you|couldn't you have",
    "you(?:'ve| have)? (?:again )?(?:failed|forgot|forgotten|neglected|messed up|screwed up|dropped the ball)",
    '(?<!(?:do|did|would|will|can|could) )you (?:never|always)|you keep (?:on )?\\p{L}+ing|how could you|how can you (?:not|still)|what were you thinking',
    "what is wrong with you|what's wrong with you|what did you do wrong|where did you go wrong",
    '(?:your|no|their own) excuse|to blame|whose fault|(?:your|their own) (?:own )?(?:fault|mistake|failure|failing)',
    'lazy|careless|sloppy|incompetent|negligent|negligence|unacceptable|inexcusable|shame on|no good reason',
  ),
  leading: anyOf(
    "surely|obviously|don't you (?:think|agree|feel|find)|wouldn't you (?:say|agree|think)|would you not (?:agree|say)",
    "isn't it (?:true|obvious|clear|better|time|fair)|isn't that|wouldn't it be (?:better|good|wise|smart)|as we all know",
    "you (?:do |would |will |must |have to )?(?:agree|admit)|you'll admit|everyone knows|why not (?:just|simply)|of course",
    "(?<=^)(?:isn't|aren't|don't|doesn't|didn't|haven't|hasn't|won't|wouldn't|can't|couldn't)",
    "(?<=, ?)(?:right|correct|true|yes|no|ok|okay|agreed|eh|huh|don't you think)(?= ?\\?)",
    "(?<=, ?)(?:is|are|was|were|do|does|did|have|has|can|could|will|wo|would|should)(?:n't)? (?:it|they|you|we|he|she|there|that)(?: not)?(?= ?\\?)",
  ),
  ranking: anyOf(
    '(?:best|top|worst|weakest|strongest|poor|poorest|low|lowest|bottom|star|number one|slowest|laziest)[- ](?:reps?|sellers?|sales ?(?:people|person|m[ae]n|reps?)|performers?|performing|colleagues?|team members?|closers?)',
    'under[- ]?perform(?:er|ers|ing|s|ed)?|leader ?boards?|league tables?|hall of (?:fame|shame)|laggards?|losers?|rank(?:ed|s|ing|ings)? (?:of |the |our |among |against |above |below )?(?:reps?|sellers?|the team|colleagues?)',
    '(?:than|compared (?:to|with)|behind|ahead of) (?:all )?(?:your|the other|other|the rest of the|most|everyone)(?: other)? (?:colleagues?|reps?|sellers?|team|peers?|sales ?people|else)',
    'bottom (?:of the (?:list|table|ranking)|\\d+ ?%|half)|top of the (?:list|table|ranking)',
  ),
};
