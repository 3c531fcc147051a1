using Hypermax.Ui.Live;

namespace Hypermax.Tests.Ui;

public sealed class SystemMeterTests
{
    [Fact]
    public void Cpu_IdleAndWaiting_AreNotBusy() =>
        Assert.Equal((60, 200), SystemMeter.CpuOf(["cpu  10 20 30 100 40 0 0 0 0 0", "cpu0 1 2 3 4 5 0 0 0 0 0"]));

    [Fact]
    public void Disk_PartitionsAndLoops_DoNotCountTwice() => Assert.Equal(
        (10 + 20 + 1 + 2) * 512,
        SystemMeter.DiskOf(
        [
            "   8       0 sda 5 0 10 0 5 0 20 0 0 0 0",
            "   8       1 sda1 5 0 10 0 5 0 20 0 0 0 0",
            " 259       0 nvme0n1 5 0 1 0 5 0 2 0 0 0 0",
            " 259       1 nvme0n1p1 5 0 1 0 5 0 2 0 0 0 0",
            "   7       0 loop0 5 0 99 0 5 0 99 0 0 0 0",
            " 253       0 dm-0 5 0 99 0 5 0 99 0 0 0 0",
        ]));

    [Fact]
    public void Network_OwnLoop_DoesNotCount() => Assert.Equal(
        150,
        SystemMeter.NetworkOf(
        [
            "Inter-|   Receive                                                |  Transmit",
            " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed",
            "    lo: 1000 1 0 0 0 0 0 0 1000 1 0 0 0 0 0 0",
            "  eth0: 100 1 0 0 0 0 0 0 50 1 0 0 0 0 0 0",
        ]));

    [Fact]
    public void Measure_Twice_KnowsMemoryAndWhatChanged()
    {
        SystemMeter meter = new();
        meter.Measure();

        SystemLoad load = meter.Measure();

        Assert.InRange(load.UsedBytes, 0, load.TotalBytes);
        Assert.True(double.IsNaN(load.CpuShare) || load.CpuShare is >= 0 and <= 1);
    }
}
