package broken.friendlyadapters.adapter.web;

public record Screen(int pixels) {}
