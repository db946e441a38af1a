package city.app.tokens;

import city.agents.spi.Speakers;
import city.app.Failure;
import city.world.ResidentId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tokens of a data folder, in a file beside the city that anybody who may write the folder changes as a
/// whole, while the city runs and while it does not. The city looks whether the file is another one whenever it
/// is asked.
public final class TokenFile implements Speakers {
    private static final String NAME = "tokens";
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);

    private final Path file;
    private final boolean demanded;
    private volatile Reading newest;

    private TokenFile(Path file, boolean demanded) {
        this.file = file;
        this.demanded = demanded;
        this.newest = read(file);
    }

    /// @param demanded whether nobody speaks for a resident without a token, also where none was issued
    /// @throws Failure when the file cannot be read
    public static TokenFile of(Path dataFolder, boolean demanded) {
        return new TokenFile(dataFolder.resolve(NAME), demanded);
    }

    @Override
    public Standing standing(ResidentId resident, String token) {
        var tokens = tokens();
        if (tokens.isOf(resident, token)) {
            return Standing.OWNER;
        }
        if (!demanded && !tokens.hasHadOne(resident)) {
            return Standing.ANYBODY;
        }
        return tokens.isOfAnybody(token) ? Standing.STRANGER : Standing.UNKNOWN;
    }

    /// Issues a token that takes the place of the resident's last.
    ///
    /// @return the token, which is kept nowhere
    public String issue(ResidentId resident) {
        var token = Tokens.make();
        change(it -> it.with(resident, token));
        return token;
    }

    /// Ends a resident's token: nobody may speak for it until another is issued.
    ///
    /// @throws Failure when it has none
    public void revoke(ResidentId resident) {
        change(it -> {
            requireOne(it, resident);
            return it.revoked(resident);
        });
    }

    /// Forgets that a resident had a token: anybody may speak for it again, where none is demanded.
    ///
    /// @throws Failure when it never had one
    public void open(ResidentId resident) {
        change(it -> {
            requireOne(it, resident);
            return it.without(resident);
        });
    }

    private static void requireOne(Tokens tokens, ResidentId resident) {
        if (!tokens.hasHadOne(resident)) {
            throw Failure.doesNotHold("no token was issued for the resident " + resident.value());
        }
    }

    /// A file that became unreadable does not open what was closed: the last one that could be read counts on.
    private Tokens tokens() {
        var known = newest;
        var stamp = Stamp.of(file);
        if (!stamp.equals(known.stamp())) {
            try {
                known = read(file);
            } catch (Failure e) {
                LOG.warn("the tokens of before count on: {}", e.getMessage());
                known = new Reading(stamp, known.tokens());
            }
            newest = known;
        }
        return known.tokens();
    }

    private void change(UnaryOperator<Tokens> how) {
        try (var channel = FileChannel.open(
                        file.resolveSibling(NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            OwnersFile.replace(file, how.apply(read(file).tokens()).text());
        } catch (IOException e) {
            throw Failure.couldNotStart("%s cannot be written (%s)".formatted(file, e));
        }
    }

    /// The stamp is taken first: what is written meanwhile is read again.
    private static Reading read(Path file) {
        var stamp = Stamp.of(file);
        try {
            return new Reading(stamp, Tokens.parse(Files.readString(file)));
        } catch (NoSuchFileException none) {
            return new Reading(stamp, Tokens.NONE);
        } catch (IOException | IllegalArgumentException e) {
            throw Failure.couldNotStart("%s cannot be read (%s)".formatted(file, e.getMessage()));
        }
    }

    private record Reading(Stamp stamp, Tokens tokens) {}

    /// By what a file is known to be the same.
    private record Stamp(@Nullable Object key, Optional<FileTime> modified, long size) {
        static Stamp of(Path file) {
            try {
                var now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(now.fileKey(), Optional.of(now.lastModifiedTime()), now.size());
            } catch (IOException none) {
                return new Stamp(null, Optional.empty(), 0);
            }
        }
    }
}
