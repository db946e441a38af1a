package city.adapter.codec.grammar;

import city.adapter.codec.text.JsonText;
import city.agents.Action;
import city.agents.PartyId;
import city.agents.domain.prompt.Handles;
import city.economy.Money;
import city.social.Tone;
import city.social.Utterance;
import city.world.ResidentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Makes an action of an answer, in the names of the prompt that was answered. For one answer and thread.
final class ActionReader {
    static final List<String> TYPES = List.of(
            "move",
            "work",
            "buy",
            "use",
            "rest",
            "sleep",
            "give",
            "take_job",
            "quit_job",
            "wait",
            "say",
            "invite",
            "reply",
            "leave_talk",
            "study");

    static final Map<String, Tone> TONES = tones();

    private static final int MAX_MINUTES = 24 * 60;

    private static final Pattern WHOLE = Pattern.compile("\\d{1,6}(\\.0{1,2})?");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,2})?");

    private final Answer answer;
    private final Handles handles;

    ActionReader(Answer answer, Handles handles) {
        this.answer = answer;
        this.handles = handles;
    }

    private static Map<String, Tone> tones() {
        var tones = new LinkedHashMap<String, Tone>();
        tones.put("plain", Tone.PLAIN);
        tones.put("warm", Tone.WARM);
        tones.put("cross", Tone.CROSS);
        return tones;
    }

    Action read() throws Unfit {
        return switch (answer.type()) {
            case "move" -> new Action.Move(one("place", handles::findPlace));
            case "work" -> new Action.Work();
            case "buy" -> new Action.Buy(good(), whole(Action.Buy.MAX_UNITS));
            case "use" -> new Action.Use(good());
            case "rest" -> new Action.Rest(minutes());
            case "sleep" -> new Action.Sleep();
            case "give" -> new Action.Give(one("person", handles::findPerson), amount());
            case "take_job" -> new Action.TakeJob(one("job", handles::findJob));
            case "quit_job" -> new Action.QuitJob();
            case "wait" -> new Action.Wait(minutes());
            case "say" -> new Action.Say(words(), handles.talk());
            case "invite" -> new Action.Invite(people(), wordsIfAny(), minutes());
            case "reply" -> new Action.Reply(accepts(), minutes());
            case "leave_talk" -> new Action.LeaveTalk(wordsIfAny(), handles.talk());
            case "study" -> new Action.Study(minutes());
            default -> throw unfit("type", "must be one of " + String.join(", ", TYPES), answer.type());
        };
    }

    private <T> T one(String what, Function<String, Optional<T>> find) throws Unfit {
        if (answer.target().size() != 1) {
            throw new Unfit(
                    "target",
                    "must be one %s, not %d".formatted(what, answer.target().size()));
        }
        return found(0, what, find);
    }

    private <T> T found(int index, String what, Function<String, Optional<T>> find) throws Unfit {
        var shown = answer.target().get(index);
        return find.apply(shown).orElseThrow(() -> unfit("target[" + index + "]", "must be a known " + what, shown));
    }

    private String good() throws Unfit {
        return one("good", handles::findGood);
    }

    private List<ResidentId> people() throws Unfit {
        var people = new ArrayList<ResidentId>();
        for (int i = 0; i < answer.target().size(); i++) {
            var person = found(i, "person", handles::findPerson);
            if (people.contains(person)) {
                throw unfit(
                        "target[" + i + "]",
                        "must not name somebody twice",
                        answer.target().get(i));
            }
            people.add(person);
        }
        if (people.isEmpty() || people.size() > Action.Invite.MOST) {
            throw new Unfit("target", "must be 1 to %d people, not %d".formatted(Action.Invite.MOST, people.size()));
        }
        return people;
    }

    private boolean accepts() throws Unfit {
        if (answer.target().equals(List.of("yes"))) {
            return true;
        }
        if (answer.target().equals(List.of("no"))) {
            return false;
        }
        throw new Unfit("target", "must be [\"yes\"] or [\"no\"]");
    }

    private int minutes() throws Unfit {
        return whole(MAX_MINUTES);
    }

    private int whole(int max) throws Unfit {
        if (WHOLE.matcher(answer.number()).matches()) {
            int number = Integer.parseInt(answer.number().split("\\.", 2)[0]);
            if (number >= 1 && number <= max) {
                return number;
            }
        }
        throw new Unfit("number", "must be a whole number of 1 to %d: %s".formatted(max, answer.number()));
    }

    private Money amount() throws Unfit {
        if (AMOUNT.matcher(answer.number()).matches()) {
            var amount = Money.parse(answer.number());
            if (amount.isPositive()) {
                return amount;
            }
        }
        throw new Unfit("number", "must be an amount above zero with at most two decimals: " + answer.number());
    }

    private Utterance words() throws Unfit {
        var words = answer.words();
        if (words.isBlank() || words.length() > Utterance.MAX_WORDS_LENGTH) {
            throw unfit("words", "must have 1 to " + Utterance.MAX_WORDS_LENGTH + " characters", words);
        }
        if (answer.topic().length() > Utterance.MAX_TOPIC_LENGTH) {
            throw unfit("topic", "must have at most " + Utterance.MAX_TOPIC_LENGTH + " characters", answer.topic());
        }
        var topic = handles.findParty(answer.topic()).map(PartyId::topic).orElse(answer.topic());
        return new Utterance(words, tone(), topic);
    }

    private Optional<Utterance> wordsIfAny() throws Unfit {
        return answer.words().isBlank() ? Optional.empty() : Optional.of(words());
    }

    private Tone tone() throws Unfit {
        var tone = TONES.get(answer.tone());
        if (tone == null) {
            throw unfit("tone", "must be one of " + String.join(", ", TONES.keySet()), answer.tone());
        }
        return tone;
    }

    private static Unfit unfit(String field, String rule, String value) {
        return new Unfit(field, rule + ": " + JsonText.quote(value));
    }
}
