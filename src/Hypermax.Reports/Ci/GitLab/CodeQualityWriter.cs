using Hypermax.Writing;

namespace Hypermax.Ci.GitLab;

/// <summary>Writes GitLab's code quality report: an array with an issue for each remark.</summary>
internal static class CodeQualityWriter
{
    /// <summary>Writes the report.</summary>
    public static void Write(Stream stream, CiResult result, CiPlaces places) => JsonText.Write(stream, writer =>
    {
        CiFingerprints fingerprints = new();
        writer.WriteStartArray();
        foreach ((CiStudy? study, CiRemark remark) in result.AllRemarks)
        {
            CiPlace place = places.Of(remark);
            writer.WriteStartObject();
            writer.WriteString("description", CiText.Clean(remark.Text));
            writer.WriteString("check_name", remark.Rule);
            writer.WriteString("fingerprint", fingerprints.Next(study, remark, place));
            writer.WriteString("severity", remark.Level switch { CiLevel.Error => "critical", CiLevel.Warning => "minor", _ => "info" });
            writer.WriteStartObject("location");
            writer.WriteString("path", place.File);
            writer.WriteStartObject("lines");
            writer.WriteNumber("begin", place.Line);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
