namespace Hypermax.PostgreSql.Workers;

/// <summary>Where the id of a process means the same thing: one start of one machine, and one namespace of processes in it.</summary>
internal static class Place
{
    /// <summary>Gets this process's own, or null where the system does not tell.</summary>
    public static string? Here { get; } = Read();

    private static string? Read()
    {
        try
        {
            return OperatingSystem.IsLinux() && File.ResolveLinkTarget("/proc/self/ns/pid", returnFinalTarget: false) is { } space
                ? $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()} {space.Name}"
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
