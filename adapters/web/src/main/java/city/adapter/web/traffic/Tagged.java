package city.adapter.web.traffic;

/// Marks the body of a single thing, which is read again and again and often has not changed.
public interface Tagged {}
