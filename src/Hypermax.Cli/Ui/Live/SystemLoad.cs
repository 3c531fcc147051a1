namespace Hypermax.Ui.Live;

/// <summary>What the machine is busy with; NaN where the system does not say.</summary>
/// <param name="CpuShare">The part of all processors that is busy, from 0 to 1.</param>
/// <param name="UsedBytes">Memory in use.</param>
/// <param name="TotalBytes">Memory there is.</param>
/// <param name="DiskBytes">Bytes a second that disks read and write.</param>
/// <param name="NetworkBytes">Bytes a second that come and go over networks, this machine's own loop left out.</param>
internal sealed record SystemLoad(
    double CpuShare, long UsedBytes, long TotalBytes, double DiskBytes = double.NaN, double NetworkBytes = double.NaN)
{
    public static SystemLoad Unknown { get; } = new(double.NaN, 0, 0);
}
