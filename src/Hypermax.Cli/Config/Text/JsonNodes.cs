using System.Text;
using System.Text.Json;

namespace Hypermax.Config.Text;

/// <summary>Reads JSON with places; comments and commas at the end of a list are allowed.</summary>
internal static class JsonNodes
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 128 };

    /// <summary>Reads a whole text.</summary>
    /// <param name="file">What positions call the file.</param>
    /// <param name="bytes">The text, without a byte order mark.</param>
    /// <exception cref="SyntaxException">It is no JSON.</exception>
    public static Node Read(string file, byte[] bytes)
    {
        LineTable lines = new(file, bytes);
        try
        {
            Utf8JsonReader reader = new(bytes, Lenient);
            reader.Read();
            Node node = Value(ref reader, lines);
            reader.Read();
            return node;
        }
        catch (JsonException error)
        {
            throw new SyntaxException(lines.At(error.LineNumber ?? 0, error.BytePositionInLine ?? 0), $"This is no valid JSON: {Sentence(error.Message)}");
        }
        catch (InvalidOperationException error)
        {
            // A text with half of a surrogate pair.
            throw new SyntaxException(lines.At(0), $"This is no valid JSON: {Sentence(error.Message)}");
        }
    }

    private static Node Value(ref Utf8JsonReader reader, LineTable lines)
    {
        SourcePosition place = lines.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                List<Member> members = [];
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    SourcePosition at = lines.At(reader.TokenStartIndex);
                    string name = reader.GetString()!;
                    reader.Read();
                    members.Add(new Member(name, at, Value(ref reader, lines)));
                }

                return Node.Object(place, members);

            case JsonTokenType.StartArray:
                List<Node> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref reader, lines));
                }

                return Node.Array(place, items);

            case JsonTokenType.String:
                return Node.OfText(place, reader.GetString()!);
            case JsonTokenType.Number:
                return Node.Scalar(NodeKind.Number, place, Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.True or JsonTokenType.False:
                return Node.Scalar(NodeKind.Flag, place, reader.GetBoolean() ? "true" : "false");
            default:
                return Node.Scalar(NodeKind.Null, place, "null");
        }
    }

    // The library ends its messages with a place that counts from 0, and with advice for programmers.
    private static string Sentence(string message)
    {
        foreach (string end in (string[])[" LineNumber:", " Change the reader options", " Path:"])
        {
            int place = message.IndexOf(end, StringComparison.Ordinal);
            message = place < 0 ? message : message[..place];
        }

        return message.Trim();
    }
}
