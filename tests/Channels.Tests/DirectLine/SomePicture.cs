using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.PixelFormats;

namespace TransformingLives.Channels.Tests.DirectLine;

/// <summary>A picture as a telephone makes it: red on top, lying on its side, with where and by what it was taken.</summary>
internal static class SomePicture
{
    public const string Camera = "A camera of Ada's";

    public static byte[] Jpeg { get; } = Make(new JpegEncoder());

    public static byte[] Make(IImageEncoder encoder, int width = 64, int height = 32)
    {
        using var picture = new Image<Rgba32>(width, height, Color.White);
        for (var y = 0; y < height / 2; y++)
        {
            for (var x = 0; x < width; x++)
            {
                picture[x, y] = Color.Red;
            }
        }

        var exif = new ExifProfile();
        exif.SetValue(ExifTag.Model, Camera);
        exif.SetValue(ExifTag.Orientation, (ushort)6);
        exif.SetValue(ExifTag.GPSLatitude, [new Rational(52), new Rational(23), new Rational(59)]);
        picture.Metadata.ExifProfile = exif;
        using var bytes = new MemoryStream();
        picture.Save(bytes, encoder);
        return bytes.ToArray();
    }
}
