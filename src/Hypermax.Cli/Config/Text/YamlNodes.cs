using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Hypermax.Config.Text;

/// <summary>Reads YAML with places: what JSON can say, anchors and aliases, and merges (<c>&lt;&lt;</c>).</summary>
internal sealed class YamlNodes
{
    private const string Merge = "<<";
    private const int MostNodes = 1_000_000;

    private readonly string _file;
    private readonly Parser _parser;
    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<Node, int> _sizes = new(ReferenceEqualityComparer.Instance);

    private YamlNodes(string file, string text)
    {
        _file = file;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a whole text.</summary>
    /// <param name="file">What positions call the file.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="SyntaxException">It is no YAML, or says what JSON cannot.</exception>
    public static Node Read(string file, string text)
    {
        YamlNodes reader = new(file, text);
        try
        {
            return reader.Document();
        }
        catch (YamlException error)
        {
            Mark place = error.End.Index > error.Start.Index ? error.End : error.Start;
            throw TabAt(text) is var (line, column) && error.Message.Contains("tab", StringComparison.OrdinalIgnoreCase)
                ? new SyntaxException(new SourcePosition(file, line, column), "This is no valid YAML: a tab stands in the indentation. Use blanks.")
                : new SyntaxException(reader.At(place), $"This is no valid YAML: {error.Message.TrimEnd('.')}.");
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The library does not always say it in its own words.
            throw new SyntaxException(
                reader.At(reader._parser.Current?.End ?? Mark.Empty),
                "This is no valid YAML after this place; look for a bracket or quote that is not closed.");
        }
    }

    // The library tells a tab at the beginning of what it was reading.
    private static (int Line, int Column)? TabAt(string text)
    {
        foreach ((int i, string line) in text.Split('\n').Index())
        {
            int indentation = line.AsSpan().IndexOfAnyExcept(' ');
            if (indentation >= 0 && line[indentation] == '\t')
            {
                return (i + 1, indentation + 1);
            }
        }

        return null;
    }

    private Node Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            throw new SyntaxException(new SourcePosition(_file, 1, 1), "The file is empty.");
        }

        Node node = Value();
        _parser.Consume<DocumentEnd>();
        return _parser.Current is DocumentStart next
            ? throw new SyntaxException(At(next.Start), "A second document begins here; a configuration is one. Remove it.")
            : node;
    }

    private Node Value()
    {
        if (_parser.TryConsume<AnchorAlias>(out AnchorAlias? alias))
        {
            return _anchors.TryGetValue(alias.Value.Value, out Node? named)
                ? named
                : throw new SyntaxException(
                    At(alias.Start),
                    $"The alias '*{alias.Value.Value}' names no anchor above it. Add '&{alias.Value.Value}' to what is meant.");
        }

        if (!_parser.Accept<NodeEvent>(out NodeEvent? start))
        {
            throw new SyntaxException(At(_parser.Current!.Start), "A value is missing here.");
        }

        Node node = start switch
        {
            MappingStart => Mapping(),
            SequenceStart => Sequence(),
            _ => YamlScalars.Read(_parser.Consume<Scalar>(), At(start.Start)),
        };
        _sizes[node] = Size(node);
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    private Node Sequence()
    {
        SourcePosition place = At(_parser.Consume<SequenceStart>().Start);
        List<Node> items = [];
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value());
        }

        return Node.Array(place, items);
    }

    private Node Mapping()
    {
        SourcePosition place = At(_parser.Consume<MappingStart>().Start);
        List<Member> members = [];
        List<Member> merged = [];
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out Scalar? name))
            {
                throw new SyntaxException(
                    At(_parser.Current!.Start),
                    "A key is a mapping, a list or an alias; keys of a configuration are texts. Write it as one.");
            }

            SourcePosition at = At(name.Start);
            Node value = Value();
            if (name is { Value: Merge, Style: ScalarStyle.Plain })
            {
                merged.AddRange(value.Kind == NodeKind.Array ? value.Items.SelectMany(item => item.Members) : value.Members);
            }
            else
            {
                members.Add(new Member(name.Value, at, value));
            }
        }

        foreach (Member member in merged)
        {
            if (!members.Exists(own => own.Name == member.Name))
            {
                members.Add(member);
            }
        }

        return Node.Object(place, members);
    }

    // A few aliases of aliases would otherwise grow beyond all memory when the tree is written out.
    private int Size(Node node)
    {
        long size = 1L + node.Items.Concat(node.Members.Select(member => member.Value)).Sum(part => (long)_sizes.GetValueOrDefault(part, 1));
        return size <= MostNodes
            ? (int)size
            : throw new SyntaxException(
                node.Place,
                $"With its aliases written out this has more than {MostNodes.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} "
                    + "nodes. Remove some.");
    }

    private SourcePosition At(Mark mark) => new(_file, (int)mark.Line, (int)mark.Column);
}
