package city.agents.domain.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.agents.AgentsReads.HeldOpinion;
import city.agents.Opinion;
import city.agents.Opinion.Subject;
import city.world.LocationId;
import city.world.ResidentId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A resident's opinions, one of each subject, those that were touched last at the end. When there are too many the one
/// that was touched least lately is held no more.
public final class Opinions {
    /// More than a prompt ever shows; packed they are at most some thirty kilobytes.
    public static final int MOST = 50;

    private static final int PERSON = 0;
    private static final int PLACE = 1;
    private static final int GOOD = 2;

    private final List<HeldOpinion> held;

    private Opinions(List<HeldOpinion> held) {
        this.held = List.copyOf(held);
    }

    public static Opinions none() {
        return new Opinions(List.of());
    }

    /// Those touched last at the end.
    public List<HeldOpinion> held() {
        return held;
    }

    public Opinions with(Opinion opinion, long tick) {
        var next = new ArrayList<HeldOpinion>(held.size() + 1);
        held.stream()
                .filter(it -> !it.opinion().subject().equals(opinion.subject()))
                .forEach(next::add);
        next.add(new HeldOpinion(opinion, tick));
        return new Opinions(next.subList(Math.max(0, next.size() - MOST), next.size()));
    }

    public byte[] pack() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var each : held) {
                write(each, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    public static Opinions unpack(byte[] packed) {
        var held = new ArrayList<HeldOpinion>();
        try (var in = new DataInputStream(new ByteArrayInputStream(packed))) {
            while (in.available() > 0) {
                held.add(read(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("these are no opinions", e);
        }
        return new Opinions(held);
    }

    private static void write(HeldOpinion each, DataOutputStream out) throws IOException {
        switch (each.opinion().subject()) {
            case Subject.Person(var id) -> id(PERSON, id.value(), out);
            case Subject.Place(var id) -> id(PLACE, id.value(), out);
            case Subject.Good(var name) -> {
                out.writeByte(GOOD);
                text(name, out);
            }
        }
        out.writeByte(each.opinion().stance());
        out.writeLong(each.tick());
        text(each.opinion().words(), out);
    }

    private static HeldOpinion read(DataInputStream in) throws IOException {
        int kind = in.readByte();
        var subject =
                switch (kind) {
                    case PERSON -> new Subject.Person(new ResidentId(id(in)));
                    case PLACE -> new Subject.Place(new LocationId(id(in)));
                    case GOOD -> new Subject.Good(text(in));
                    default -> throw new IOException("a subject of no kind: " + kind);
                };
        int stance = in.readByte();
        long tick = in.readLong();
        return new HeldOpinion(new Opinion(subject, stance, text(in)), tick);
    }

    private static void id(int kind, UUID id, DataOutputStream out) throws IOException {
        out.writeByte(kind);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID id(DataInputStream in) throws IOException {
        long high = in.readLong();
        return new UUID(high, in.readLong());
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        var bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return new String(bytes, UTF_8);
    }
}
