package city.economy.application;

import city.world.World;

/// Tells whether somebody closed a workplace. Its hours do not count: a baker is at work before the shop opens.
final class Doors {
    private final World world;

    Doors(World world) {
        this.world = world;
    }

    /// Nothing is made, earned or delivered at a location that somebody closed. The world does not say so at once;
    /// but a location that does not open at a time that its own hours name was closed. One without hours cannot be
    /// told, and is taken as not closed.
    boolean areShut(int location) {
        var hours = world.location(location).hours();
        if (hours.isEmpty()) {
            return false;
        }
        var first = hours.getFirst();
        return !world.opens(location, Integer.numberOfTrailingZeros(first.days()), first.fromMinute());
    }
}
