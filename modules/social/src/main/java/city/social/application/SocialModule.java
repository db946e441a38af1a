package city.social.application;

import city.social.Social;
import city.social.SocialReads;
import city.social.domain.Seats;
import city.social.domain.SocialState;
import city.world.World;
import city.world.WorldReads;
import city.world.kernel.Participant;

/// Talk and ties, put together.
public record SocialModule(Social social, SocialReads reads, Participant participant) {
    public static SocialModule assemble(World world, WorldReads worldReads) {
        var state = new SocialState();
        var seats = new Seats(state);
        var bonds = new Bonds(state, world);
        var manners = new Manners(state, world);
        var partings = new Partings(state, seats, bonds);
        var conversing = new Conversing(state, world, manners, seats, partings);
        var social = new CitySocial(state, manners, conversing, partings, bonds);
        var reads = new SnapshotReads(state, worldReads);
        return new SocialModule(social, reads, new SocialParticipant(state, world, social, manners, partings, reads));
    }
}
