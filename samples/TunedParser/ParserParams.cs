using Hypermax;

namespace TunedParser;

/// <summary>How a table is read; the defaults are what one writes without thinking.</summary>
[SearchSpace]
public partial record ParserParams(
    [LogUniform(16, 65536)] int BufferSize = 1024,      // characters read at a time
    Strategy Strategy = Strategy.Split);

/// <summary>How a line becomes numbers.</summary>
public enum Strategy
{
    /// <summary>Cut it into strings.</summary>
    Split,

    /// <summary>Read one string for each line, and look at parts of it.</summary>
    Lines,

    /// <summary>Look at parts of the buffer itself, and make no strings.</summary>
    Spans,
}
