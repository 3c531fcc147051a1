using System.Text;

namespace Hypermax.Chaos;

/// <summary>Bytes that nobody means, the same for the same seed: random ones, and messages with something wrong in them.</summary>
public static class Noise
{
    private static readonly string[] Messages =
    [
        """{"id":1,"result":-1000}""",
        """{"id":1,"report":{"step":3,"value":0.4}}""",
        """{"id":1,"metric":"accuracy","value":0.97}""",
        """{"id":1,"attribute":"device","text":"gpu0"}""",
        """{"id":1,"error":{"type":"E","message":"m","stack":"s"}}""",
        """{"protocol":2,"refused":{"kind":"noRegistry","message":"m"}}""",
        """{"step":3,"value":0.4}""",
        """{"loss":-1000,"accuracy":0.5,"deep":{"a":[1,{"b":null}]},"note":"\udcff \ud83d\ude00"}""",
        """{"error":{"type":"E","message":"m","file":"f.py","line":3}}""",
        """{"step":1e3,"loss":NaN}""",
        "0.25",
    ];

    private static readonly string[] Pieces =
        [
            "null", "\"x\"", "1e999", "-1", "[]", "{}", "9223372036854775808", "\"\\ud800\"", "true", "\0", "\u00ff", "\ufeff", "{\"step\":", "NaN", "[[[[[[[[",
            "\n", "\\",
        ];

    /// <summary>Makes the lines of one seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="prefix">What every other line begins with.</param>
    public static byte[] Make(int seed, string prefix = "")
    {
        Random random = new(seed);
        using MemoryStream noise = new();
        for (int lines = random.Next(1, 40); lines > 0; lines--)
        {
            if (random.Next(2) == 0)
            {
                noise.Write(Encoding.UTF8.GetBytes(prefix));
            }

            noise.Write(random.Next(4) == 0 ? Bytes(random) : Encoding.UTF8.GetBytes(Mutate(random, Messages[random.Next(Messages.Length)])));
            if (random.Next(8) > 0)
            {
                noise.WriteByte((byte)'\n');
            }
        }

        return noise.ToArray();
    }

    private static byte[] Bytes(Random random)
    {
        byte[] bytes = new byte[random.Next(300)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Mutate(Random random, string text)
    {
        for (int changes = random.Next(4); changes > 0 && text.Length > 1; changes--)
        {
            int at = random.Next(text.Length);
            int length = random.Next(text.Length - at);
            text = random.Next(5) switch
            {
                0 => text[..at],
                1 => text.Remove(at, length),
                2 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                3 => text.Insert(at, text.Substring(at, length)),
                _ => string.Concat(text.AsSpan(0, at), Pieces[random.Next(Pieces.Length)], text.AsSpan(at + length)),
            };
        }

        return text;
    }
}
