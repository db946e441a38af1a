package city.memory.domain;

import city.memory.Memory;

/// A memory with the vector of its words.
public record Remembered(Memory memory, Embedding embedding) {}
