using System.Buffers.Text;
using System.Globalization;

namespace Hypermax.ProcessTable;

/// <summary>The figures of /proc/PID/stat that matter here (proc(5)).</summary>
/// <param name="State">R, S, D, Z and so on.</param>
/// <param name="Parent">The parent's id.</param>
/// <param name="Group">The process group.</param>
/// <param name="Session">The session.</param>
/// <param name="CpuTicks">User and system time with that of waited-for children, in ticks of 10 ms.</param>
/// <param name="Started">When it began, in ticks since the machine did: with the id, unique.</param>
/// <param name="Bytes">The working set.</param>
/// <param name="Activity">Changes whenever the process does anything to speak of: page faults, ticks and threads added up.</param>
internal readonly record struct ProcStat(char State, int Parent, int Group, int Session, long CpuTicks, long Started, long Bytes, long Activity)
{
    /// <summary>Gets whether the process still runs code or holds memory.</summary>
    public bool IsAlive => State is not ('Z' or 'X' or '\0');

    public static bool TryRead(int process, out ProcStat stat)
    {
        Span<byte> buffer = stackalloc byte[1024];
        int length = ProcFile.Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"), buffer);
        return TryReadText(buffer[..length], out stat);
    }

    /// <summary>Reads the figures from the content of the file.</summary>
    public static bool TryReadText(ReadOnlySpan<byte> text, out ProcStat stat)
    {
        stat = default;

        // The name in the second field may hold spaces and parentheses; the last closing one ends it.
        int end = text.LastIndexOf((byte)')');
        return end > 0 && TryParse(text[(end + 2)..], out stat);
    }

    private static bool TryParse(ReadOnlySpan<byte> fields, out ProcStat stat)
    {
        // fields[0] is field 3 of the manual page.
        Span<long> numbers = stackalloc long[22];
        char state = fields.IsEmpty ? '\0' : (char)fields[0];
        fields = fields.Length > 2 ? fields[2..] : default;
        int count = 1;
        while (count < numbers.Length && Utf8Parser.TryParse(fields, out long number, out int used))
        {
            numbers[count++] = number;
            fields = fields.Length > used ? fields[(used + 1)..] : default;
        }

        long ticks = numbers[11] + numbers[12] + numbers[13] + numbers[14];
        stat = new ProcStat(
            state,
            (int)numbers[1],
            (int)numbers[2],
            (int)numbers[3],
            ticks,
            numbers[19],
            numbers[21] * Environment.SystemPageSize,
            ticks + numbers[7] + numbers[17]);
        return count == numbers.Length;
    }
}
