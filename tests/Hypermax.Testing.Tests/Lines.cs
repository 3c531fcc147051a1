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

    public void Say(string line)
    {
        lock (_lines)
        {
            _lines.Add(line);
        }
    }
}
