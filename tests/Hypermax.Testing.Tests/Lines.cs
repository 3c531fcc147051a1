using Hypermax.Testing.Results;

namespace Hypermax.Testing.Tests;

/// <summary>What a test says, line by line.</summary>
public sealed class Lines
{
    private readonly List<string> _lines = [];

    public string Text
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <summary>Gets a test that says its lines here.</summary>
    internal RunningTest TestOf(string name) => new(name, typeof(Lines).Assembly, position: null, Say);

    public void Say(string line)
    {
        lock (_lines)
        {
            _lines.Add(line);
        }
    }
}
