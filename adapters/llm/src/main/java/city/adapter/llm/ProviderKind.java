package city.adapter.llm;

/// Which wire a provider speaks.
public enum ProviderKind {
    /// OpenAI's own chat completions, with its strict schemas and `max_completion_tokens`.
    OPENAI,
    /// What others made of that interface: vLLM, llama.cpp, LM Studio, OpenRouter; with or without a key.
    OPENAI_COMPATIBLE,
    /// Anthropic's messages.
    ANTHROPIC,
    /// Ollama's own chat; it knows no key.
    OLLAMA
}
