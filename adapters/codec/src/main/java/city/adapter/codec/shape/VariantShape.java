package city.adapter.codec.shape;

import city.adapter.codec.text.JsonInput;
import city.adapter.codec.text.JsonText;
import com.fasterxml.jackson.core.JsonToken;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// An interface, written as the record behind it, with a first key that tells which. Made in two steps, because
/// a member may hold the interface again.
final class VariantShape implements Shape {
    /// More names than this would bury the complaint.
    private static final int NAMES_SHOWN_AT_MOST = 30;

    private final Class<?> type;
    private final Map<Class<?>, Member> byClass = new HashMap<>();
    private final Map<String, Member> byTag = new LinkedHashMap<>();

    VariantShape(Class<?> type) {
        this.type = type;
    }

    /// Called in the second step, once a member.
    void add(Class<?> member, RecordShape shape) {
        String tag = WireNames.tag(member);
        refuseComponentNamedTag(member);
        var opening = new JsonText().raw("{\"" + RecordShape.TAG + "\":").string(tag);
        var added = new Member(member, opening.toString(), shape);
        byClass.put(member, added);
        Member other = byTag.put(tag, added);
        if (other != null) {
            throw new IllegalArgumentException(
                    tag + " names both " + other.type.getName() + " and " + member.getName() + " in " + type.getName());
        }
    }

    @Override
    public void write(Object value, JsonText out) {
        Member member = byClass.get(value.getClass());
        if (member == null) {
            throw new IllegalArgumentException(
                    value.getClass().getName() + " is not a registered member of " + type.getName());
        }
        member.shape.writeFields(value, out.raw(member.opening), true);
    }

    @Override
    public Object read(JsonInput in) {
        in.expect(JsonToken.START_OBJECT, "must be an object");
        int start = in.offset();
        if (in.next() == JsonToken.FIELD_NAME && in.key().equals(RecordShape.TAG)) {
            in.next();
            Member member = member(in);
            in.next();
            return member.shape.readFields(in, false);
        }
        Member member = in.findString(RecordShape.TAG, start).map(byTag::get).orElse(null);
        return member == null ? refuse(in) : member.shape.readFields(in, true);
    }

    private Member member(JsonInput in) {
        Member member = in.at(JsonToken.VALUE_STRING) ? byTag.get(in.text()) : null;
        if (member == null) {
            throw in.mismatch(rule());
        }
        return member;
    }

    private void refuseComponentNamedTag(Class<?> member) {
        for (RecordComponent component : member.getRecordComponents()) {
            if (WireNames.snakeCase(component.getName()).equals(RecordShape.TAG)) {
                throw new IllegalArgumentException(
                        member.getName() + " must not have a component named type, as a member of " + type.getName());
            }
        }
    }

    /// Goes on until the tag, which is missing or no good.
    private Object refuse(JsonInput in) {
        for (; !in.at(JsonToken.END_OBJECT); in.next()) {
            boolean tag = in.key().equals(RecordShape.TAG);
            in.next();
            if (tag) {
                member(in);
            }
            in.skip();
        }
        throw in.misfit(RecordShape.TAG, "is missing");
    }

    private String rule() {
        return byTag.size() > NAMES_SHOWN_AT_MOST
                ? "must name a " + type.getSimpleName()
                : "must be one of " + String.join(", ", byTag.keySet());
    }

    /// @param opening brace, key and tag
    private record Member(Class<?> type, String opening, RecordShape shape) {}
}
