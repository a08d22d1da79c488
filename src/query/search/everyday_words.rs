//! Words that people use, and what texts about education in England say instead.

use std::sync::LazyLock;

use super::{stem::stem, term_forms::OtherForm, token::tokens};

/// Words or phrases that are typed, and what is also looked for, each divided by `|`.
///
/// The dataset's own terms know abbreviations and names; this table has everyday words. It is read
/// in one direction: `kid` finds *pupils*, but `pupil` does not find *kids*. Phrases have no function
/// words, since a query loses them. Stems are compared, so one form of each word is enough.
const EVERYDAY: &str = "\
# People.
kid|youngster|teenager|teen|adolescent|youth|schoolchildren|schoolboy|schoolgirl = children|pupil|young people
student|learner = pupil|young people
child|pupil = student|young people|children|pupil
baby|toddler|infant|newborn = early years|young children|two year olds|birth
mum|mother|dad|father|carer|guardian|parent|family = parent|families|carer|expectant mothers
educator|practitioner|lecturer|tutor|workforce|personnel = teacher|staff
teacher = staff|teaching posts
headteacher|principal|headmaster|headmistress|school leader = head|headteacher|school leaders
governor|trustee = governance|board
ta|tas|classroom assistant = teaching assistants
nqt|nqts|ect|trainee teacher|new teacher = newly qualified|early career|first half of their careers
boss|charge|responsible|headed|leader = chair|lead|led
boy|girl|gender|male|female = boys|girls
charity|ngo = volunteer|charity|trust|voluntary
company|firm|business|industry = employer|business
employer = business|companies
doctor|nurse|nhs|gp|hospital|medical = health|clinical
# Early years.
nursery|playgroup|preschool|kindergarten|creche|childminder|childcare|daycare = nursery|childcare|early years settings|children's centre
school ready|starting school = ready for school|school-ready|ready when school starts
talk|speak = speech|communication|oracy|speak|talk
communication|language = speech|oracy|speaking
therapy|therapist = speech and language|therapists|counselling
# Attainment in school.
exam|examination|test|grade|mark|score = GCSE|results|attainment|expected standard|key stage 4
GCSE = key stage 4|attainment 8
alevel = level 3|key stage 5
attainment|achievement|performance|standard = attainment|results|progress|achieve
league table = rank
underachieve|underperform|fail = requires improvement|inadequate|below the national average|fall behind
inspection|rating|judgement = Ofsted|inspectors|rated|judged
junior school|infant school = primary schools
high school|comprehensive = secondary schools
# Literacy and maths.
book|library|literacy = reading|literacy|read
reading = literacy|readers
spelling|grammar|handwriting|vocabulary = writing|words|literacy
numeracy|arithmetic|algebra|calculation|maths = maths|numeracy|arithmetic
science|physics|chemistry|biology|engineering = science|STEM|engineering
# Teaching and leadership.
shortage|vacancy|unfilled|lack|recruit|hire = vacancies|vacant|recruit|attract
retain|turnover|attrition|quit|leave = keep|retain|retention
course|inset|upskill|professional development = training|professional development|qualification
train = professional development|qualification
management = leadership|leaders
mentor|coach|tuition|buddy = mentoring|coaching|tuition
# Inclusion and attendance.
suspend|expel|exclude = exclusion
absence|absenteeism|attendance|nonattendance|skipping|bunking = absence|attendance|missed|missing school
discipline|disruptive|bullying|naughty|conduct = behaviour|disruption
behaviour = disruption
looked|foster|adopted|care leaver = in care|children in need
vulnerable|risk = vulnerable|at risk|children in need
home educated|home schooling|homeschooling = educated at home
# Health and wellbeing.
mental health|emotional health|stress|psychology|counsellor = mental health|wellbeing|emotional|counselling|resilience|CAMHS
wellbeing|resilience|happiness|anxiety|depression|counselling = mental health|wellbeing|resilience|anxious
disability|dyslexia|dyslexic|adhd|asd|learning difficulty = special educational needs|SEND|disabilities|autism
eye|eyesight|sight|vision|optician|spectacles|glasses = eyesight|glasses|sight|eye
illness|disease|sick|medicine = health|illness
food|hunger|hungry|meal|lunch|dinner|breakfast = meal|breakfast|food|free school meals
obesity|exercise|fitness|gym|pe = physical activity|sport|PE
# Wider experiences.
extracurricular|enrichment|club|hobby|leisure|extra curricular|afterschool = activities outside lessons|enrichment|club|activities beyond lessons
trip|excursion|outing|residential = outing|visit|short stays|outdoor
sport|soccer|football|rugby|swimming|athletics = sport|football
art|music|drama|theatre|dance|museum|culture|creative = arts|culture|theatre
volunteering|citizenship|social action = volunteering|National Citizen Service
soft skill|character|confidence|grit = life skills|confidence|resilience
holiday|vacation|summer|easter|half term = holiday|summer
# School leavers.
job|work|occupation|profession|career = careers|employment|job|work
unemployed|jobless|neet = unemployment|not in education employment or training|out of education
work experience|work placement|internship|intern|shadowing = experiences of work|experience of work|work placements|work experience|encounters with employers
guidance|adviser = advice|guidance
university|uni|degree|undergraduate|graduate|campus = university|higher education
higher education = university
oxbridge = Oxford and Cambridge
russell group|elite university|top university = top third|selective|Oxford and Cambridge
fe|sixth form|post 16 = further education|after 16|post-16|sixth form
college = further education|sixth form
traineeship|technical|btec|t level|vocational = apprenticeship|vocational|technical
transition|transfer|move = transition|move|transfer
aspiration|ambition|horizon = ambition|aspiration|horizons|aim high
leaver|dropout = leave school|school leavers|drop out
# Evidence and research.
research|study|academic|rct|experiment = research|study|evidence|trial|pilot
evaluate|review|analysis|audit|lesson = evaluation|review|study|evidence|learned
survey|consultation|interview|questionnaire|poll = survey|consultation|interviews
# Disadvantage.
poor|poverty|deprived|disadvantage|low income|working class|underprivileged|hardship = disadvantaged|deprived|deprivation|poorest|free school meals|pupil premium
inequality|disparity|divide|equality|gap = gap|narrow
levelling|life chance = social mobility|life chances
wage|salary|income|earning|pay = pay|earnings
ethnic|bame|minority|migrant|immigrant|refugee = ethnic|first language|additional language
eal|esol|second language|foreign language|bilingual|additional language = additional language|first language
# Places.
seaside|beach|seafront|coast = coastal|coast
countryside|rural|village|remote|isolation = rural|village|isolated|remote|isolation
transport|bus|journey|commute|travel = travel|transport|journey
neighbourhood|community|estate|ward = community|neighbourhood|ward
pair|sister|neighbouring = twinned|twin
# Government and the programme.
dfe|education ministry|education department = Department for Education
secretary state|education minister = Education Secretary|minister
parliament|mp|mps|select committee = House of Commons|Education Committee|MP
council|councillor|lea|local authority|local government = council|local authority|councillors
covid|coronavirus|corona|pandemic|lockdown|virus = Covid-19|pandemic|lockdown
catch|recovery|school closure|lost learning = catch up|recover|recovery|lost learning
online|internet|web|virtual|digital = online|website
laptop|computer|tablet|ipad|device = laptops|Chromebooks|computers
programme|scheme|initiative|project = programme|scheme|project
help|support|assist|intervention = support|help|advice
problem|issue|challenge|barrier|difficulty|obstacle|struggle = problem|barrier|challenge|struggle|hard
board|committee|partnership = board|partnership
conference|ceremony|award = event|celebration|conference|award
launch|start|begin|open|commence = launch|start|begin|open|set up
end|finish|close|stop|expire|cease = end|finish|close|stop
extend|continue|renew|prolong = extend|extension|another year|continue
announce|reveal|unveil|declare|publish|name = announced|named|made public|published|unveiled
rise|increase|grow|improve = rise|increase|more|improve|better
fall|drop|decline|decrease|reduce|cut = fall|drop|decrease|fewer|reduce|cut
# Parts of facts.
target date|due date|timescale|timeframe|cutoff|time limit = deadline
starting point = baseline
stakeholder = partner
# Years of the programme.
first year|year one = year 1
second year|year two = year 2
third year|year three = year 3
fourth year|year four|year 4 = year 4|fourth year
fifth year|year five|year 5 = year 5|fifth year";

/// Other words for words of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EverydayForm {
    pub(super) form: OtherForm,
    /// The words that are meant, to show.
    pub(super) words: &'static str,
}

/// A line of the table.
struct EverydayRow {
    /// Stems of each word or phrase that is typed.
    typed: Vec<Vec<String>>,
    /// Words and phrases that are meant.
    meant: &'static str,
}

/// Returns the lines of the table. Stems are made once, since they take longer than a search.
fn everyday() -> &'static [EverydayRow] {
    static ROWS: LazyLock<Vec<EverydayRow>> = LazyLock::new(|| {
        let rows = EVERYDAY.lines().filter_map(|line| line.split_once(" = "));
        rows.map(|(typed, meant)| EverydayRow {
            typed: typed.split('|').map(stems).collect(),
            meant,
        })
        .collect()
    });
    &ROWS
}

/// Returns true if a line of the table begins with a word, given by its stem, and nothing else.
pub(super) fn is_everyday_word(stem: &str) -> bool {
    let mut typed = everyday().iter().flat_map(|row| &row.typed);
    typed.any(|typed| matches!(&typed[..], [only] if only == stem))
}

/// Returns what texts say instead of these words of a query, which are given by their stems.
pub(super) fn everyday_forms(query: &[String]) -> Vec<EverydayForm> {
    let mut forms: Vec<EverydayForm> = Vec::new();
    for EverydayRow { typed, meant } in everyday() {
        for typed in typed {
            for start in 0..(query.len() + 1).saturating_sub(typed.len()) {
                let end = start + typed.len();
                if query[start..end] != typed[..] {
                    continue;
                }
                let others = meant.split('|').map(|words| EverydayForm {
                    form: OtherForm {
                        start,
                        end,
                        stems: stems(words),
                    },
                    words,
                });
                forms.extend(others.filter(|other| other.form.stems != *typed));
            }
        }
    }
    forms
}

fn stems(words: &str) -> Vec<String> {
    tokens(words).iter().map(|word| stem(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::search::function_words::is_function_word;

    #[test]
    fn what_is_typed_has_no_words_that_a_query_loses() {
        for line in EVERYDAY.lines().filter(|line| !line.starts_with('#')) {
            let (typed, _) = line.split_once(" = ").expect("a line has two parts");
            for word in typed.split(['|', ' ']) {
                assert!(!is_function_word(word), "{word}");
            }
        }
    }

    #[test]
    fn everyday_words_lead_to_those_of_texts() {
        let forms = |words: &[&str]| -> Vec<String> {
            let query: Vec<String> = words.iter().map(|word| stem(word)).collect();
            let forms = everyday_forms(&query).into_iter();
            forms.map(|other| other.form.stems.join(" ")).collect()
        };
        assert!(forms(&["kids"]).contains(&"young peopl".into()));
        assert!(forms(&["derby", "work", "experience"]).contains(&"experi of work".into()));
        assert!(forms(&["oldham"]).is_empty());
    }

    #[test]
    fn no_word_is_in_two_rows() {
        let mut typed: Vec<&Vec<String>> = everyday().iter().flat_map(|row| &row.typed).collect();
        typed.sort();
        let repeated: Vec<_> = typed.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(repeated.is_empty(), "{repeated:?}");
    }
}
