using Hypermax.PostgreSql.Records;
using Hypermax.Storage;
using Hypermax.Studies.Guiding;
using Hypermax.Studies.Watching;

namespace Hypermax.PostgreSql.Watching;

/// <summary>Follows a study of a database; only what is new is read, and nothing when the last record is known already.</summary>
internal sealed class DatabaseFeed : IStudyFeed
{
    // So that others who look get their turn between two pieces of a large study.
    private const int Piece = 5000;

    private readonly DatabasePulse _pulse;
    private readonly string _name;
    private readonly long _id;
    private readonly StudyMirror _mirror;

    /// <summary>Begins with nothing.</summary>
    /// <exception cref="StudyAwayException">The database cannot be asked.</exception>
    /// <exception cref="StudyGoneException">It has no such study.</exception>
    public DatabaseFeed(DatabasePulse pulse, string name)
    {
        (_pulse, _name) = (pulse, name);
        pulse.Take();
        _id = Head?.Id ?? throw Gone();
        _mirror = new StudyMirror($"Study '{name}' of {pulse.Address}");
    }

    public StudyHeader? Header => _mirror.Tables.Header;

    public IReadOnlyList<TrialRecord> Trials => [.. _mirror.Tables.Trials.Where(trial => !trial.IsLost)];

    public IReadOnlyList<Steering> Steering => [.. _mirror.Tables.Steering];

    public int Damaged => _mirror.Damaged.Count;

    private StudyHead? Head => _pulse.Heads.GetValueOrDefault(_name);

    public bool ReadNew()
    {
        _pulse.Take();
        if (Head is not { } head || head.Id != _id || head.Seq < _mirror.Seq)
        {
            throw Gone();
        }

        int before = _mirror.Seq;
        while (_mirror.Seq < head.Seq)
        {
            List<StoredRecord> read = _pulse.Read(connection => StudyLog.Read(connection, _id, _mirror.From, Piece));
            if (!_mirror.TryNewOf(read, out List<StoredRecord> news))
            {
                throw Gone();
            }

            if (news.Count == 0)
            {
                break;
            }

            news.ForEach(_mirror.Apply);
        }

        return _mirror.Seq != before;
    }

    public IReadOnlyList<TrialReport> ReportsOf(int number) => _mirror.Reader.ReportsSoFar(number);

    public string? Owner() => Head?.Workers;

    public GuideStatus? AskStatus()
    {
        try
        {
            return _pulse.Read(connection => NoticePapers.Status(connection, _id));
        }
        catch (StudyAwayException)
        {
            return null;
        }
    }

    public void Dispose()
    {
    }

    private StudyGoneException Gone() =>
        new($"Study '{_name}' is no longer in {_pulse.Address}: it was removed or renamed, or an older copy of the database was restored.");
}
