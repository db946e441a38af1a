package city.agents.domain.party;

import city.agents.PartyId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// All that one resident was told of parties, one invitation each, in the order of hearing.
public record Invitations(List<Invitation> all) {
    public static final Invitations NONE = new Invitations(List.of());

    /// Party, from, told at, willing, came at.
    private static final int BYTES_EACH = 16 + 4 + 8 + 1 + 8;

    public Invitations {
        all = List.copyOf(all);
    }

    public Optional<Invitation> find(PartyId party) {
        return all.stream().filter(it -> it.party().equals(party)).findFirst();
    }

    /// With one more, and without those of parties that are forgotten.
    public Invitations with(Invitation more, Predicate<PartyId> isKept) {
        var next = new ArrayList<>(all);
        next.removeIf(it -> !isKept.test(it.party()));
        next.add(more);
        return new Invitations(next);
    }

    public Invitations came(PartyId party, long tick) {
        return new Invitations(all.stream()
                .map(it -> it.party().equals(party) ? it.came(tick) : it)
                .toList());
    }

    public byte[] pack() {
        var bytes = ByteBuffer.allocate(BYTES_EACH * all.size());
        for (var each : all) {
            bytes.putLong(each.party().value().getMostSignificantBits())
                    .putLong(each.party().value().getLeastSignificantBits())
                    .putInt(each.from())
                    .putLong(each.toldAt())
                    .put((byte) (each.willing() ? 1 : 0))
                    .putLong(each.cameAt());
        }
        return bytes.array();
    }

    public static Invitations unpack(byte[] packed) {
        var all = new ArrayList<Invitation>(packed.length / BYTES_EACH);
        var bytes = ByteBuffer.wrap(packed);
        while (bytes.hasRemaining()) {
            var party = new PartyId(new UUID(bytes.getLong(), bytes.getLong()));
            all.add(new Invitation(party, bytes.getInt(), bytes.getLong(), bytes.get() != 0, bytes.getLong()));
        }
        return new Invitations(all);
    }
}
