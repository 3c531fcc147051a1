namespace Hypermax.Charts.Drawing.Fonts;

/// <summary>Decodes the outline of a glyph (OpenType table glyf) into contours of straight pieces.</summary>
internal static class GlyphOutline
{
    /// <summary>Pieces that a curve is cut into; enough at the sizes of chart text.</summary>
    private const int CurvePieces = 4;

    public static void Read(TrueTypeFont font, int index, List<float[]> contours, int depth)
    {
        (int at, int end) = font.Outline(index);
        if (end <= at || depth > 4)
        {
            return;
        }

        int count = font.I16(at);
        if (count < 0)
        {
            ReadComposite(font, at + 10, contours, depth);
        }
        else
        {
            ReadSimple(font, at + 10, count, contours);
        }
    }

    private static void ReadSimple(TrueTypeFont font, int at, int count, List<float[]> contours)
    {
        int points = font.U16(at + (2 * (count - 1))) + 1;
        int instructions = at + (2 * count);
        int next = instructions + 2 + font.U16(instructions);
        byte[] flags = new byte[points];
        for (int i = 0; i < points; i++)
        {
            byte flag = font.U8(next++);
            flags[i] = flag;
            if ((flag & 8) != 0)
            {
                for (int repeats = font.U8(next++); repeats > 0; repeats--)
                {
                    flags[++i] = flag;
                }
            }
        }

        float[] x = ReadCoordinates(font, flags, 2, 16, ref next);
        float[] y = ReadCoordinates(font, flags, 4, 32, ref next);
        int start = 0;
        for (int contour = 0; contour < count; contour++)
        {
            int last = font.U16(at + (2 * contour));
            contours.Add(Flatten(x.AsSpan(start, last + 1 - start), y.AsSpan(start, last + 1 - start), flags.AsSpan(start, last + 1 - start)));
            start = last + 1;
        }
    }

    private static float[] ReadCoordinates(TrueTypeFont font, byte[] flags, int shortBit, int sameBit, ref int next)
    {
        float[] values = new float[flags.Length];
        int value = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if ((flags[i] & shortBit) != 0)
            {
                int delta = font.U8(next++);
                value += (flags[i] & sameBit) != 0 ? delta : -delta;
            }
            else if ((flags[i] & sameBit) == 0)
            {
                value += font.I16(next);
                next += 2;
            }

            values[i] = value;
        }

        return values;
    }

    private static float[] Flatten(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<byte> flags)
    {
        int count = x.Length;
        List<float> points = new(4 * count);
        for (int i = 0; i < count; i++)
        {
            int next = (i + 1) % count;
            if ((flags[i] & 1) != 0)
            {
                points.Add(x[i]);
                points.Add(y[i]);
                continue;
            }

            // A point off the curve: its neighbours on the curve are real or half way to the next one off it.
            int before = (i + count - 1) % count;
            (float startX, float startY) = (flags[before] & 1) != 0 ? (x[before], y[before]) : ((x[before] + x[i]) / 2, (y[before] + y[i]) / 2);
            (float endX, float endY) = (flags[next] & 1) != 0 ? (x[next], y[next]) : ((x[i] + x[next]) / 2, (y[i] + y[next]) / 2);
            for (int piece = 1; piece <= CurvePieces; piece++)
            {
                float t = (float)piece / CurvePieces;
                float u = 1 - t;
                points.Add((u * u * startX) + (2 * u * t * x[i]) + (t * t * endX));
                points.Add((u * u * startY) + (2 * u * t * y[i]) + (t * t * endY));
            }
        }

        return [.. points];
    }

    private static void ReadComposite(TrueTypeFont font, int at, List<float[]> contours, int depth)
    {
        int flags;
        do
        {
            flags = font.U16(at);
            int index = font.U16(at + 2);
            bool areWords = (flags & 1) != 0;
            float shiftX = areWords ? font.I16(at + 4) : (sbyte)font.U8(at + 4);
            float shiftY = areWords ? font.I16(at + 6) : (sbyte)font.U8(at + 5);
            at += areWords ? 8 : 6;
            float a = 1, b = 0, c = 0, d = 1;
            if ((flags & 8) != 0)
            {
                a = d = font.I16(at) / 16384f;
                at += 2;
            }
            else if ((flags & 0x40) != 0)
            {
                (a, d) = (font.I16(at) / 16384f, font.I16(at + 2) / 16384f);
                at += 4;
            }
            else if ((flags & 0x80) != 0)
            {
                (a, b, c, d) = (font.I16(at) / 16384f, font.I16(at + 2) / 16384f, font.I16(at + 4) / 16384f, font.I16(at + 6) / 16384f);
                at += 8;
            }

            int first = contours.Count;
            Read(font, index, contours, depth + 1);
            for (int i = first; i < contours.Count; i++)
            {
                float[] points = contours[i];
                for (int j = 0; j < points.Length; j += 2)
                {
                    (float x, float y) = (points[j], points[j + 1]);
                    points[j] = (a * x) + (c * y) + shiftX;
                    points[j + 1] = (b * x) + (d * y) + shiftY;
                }
            }
        }
        while ((flags & 0x20) != 0);
    }
}
