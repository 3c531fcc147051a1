namespace Hypermax.PostgreSql.Connecting;

/// <summary>Takes addresses of databases apart into keys and values.</summary>
internal static class AddressText
{
    /// <summary>Gets the parts of a URL, by the keys that they would have as text.</summary>
    /// <param name="url">The URL.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static IEnumerable<KeyValuePair<string, string>> OfUrl(string url)
    {
        string rest = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..];
        (rest, string query) = Cut(rest, '?');
        (string place, string database) = Cut(rest, '/');
        int at = place.LastIndexOf('@');
        if (at >= 0)
        {
            (string user, string password) = Cut(place[..at], ':');
            yield return new("user", Decode(user));
            yield return new("password", Decode(password));
            place = place[(at + 1)..];
        }

        (string host, string port) = HostOf(place);
        yield return new("host", Decode(host));
        yield return new("port", Decode(port));
        yield return new("dbname", Decode(database));
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            (string key, string value) = Cut(pair, '=');
            yield return new(Decode(key), Decode(value));
        }
    }

    /// <summary>Gets keys and values with semicolons or blanks between; a value with blanks stands in single quotes.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(string text)
    {
        foreach (string pair in Split(text))
        {
            (string key, string value) = Cut(pair, '=');
            yield return new(key.Trim(), value.Trim().Trim('\''));
        }
    }

    // An address in brackets has colons of its own; several hosts keep their ports.
    private static (string Host, string Port) HostOf(string place)
    {
        if (place.Contains(',', StringComparison.Ordinal))
        {
            return (place, string.Empty);
        }

        int end = place.StartsWith('[') ? place.IndexOf(']', StringComparison.Ordinal) + 1 : 0;
        (string head, string port) = Cut(place[end..], ':');
        return (end > 0 ? place[1..(end - 1)] : head, port);
    }

    private static IEnumerable<string> Split(string text)
    {
        bool isQuoted = false;
        char between = text.Contains(';', StringComparison.Ordinal) ? ';' : ' ';
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '\'')
            {
                isQuoted = !isQuoted;
            }
            else if (i == text.Length || (text[i] == between && !isQuoted))
            {
                if (text[start..i].Trim() is { Length: > 0 } part)
                {
                    yield return part;
                }

                start = i + 1;
            }
        }
    }

    private static (string Head, string Tail) Cut(string text, char at)
    {
        int i = text.IndexOf(at, StringComparison.Ordinal);
        return i < 0 ? (text, string.Empty) : (text[..i], text[(i + 1)..]);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text);
}
