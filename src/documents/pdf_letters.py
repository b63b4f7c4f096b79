# Python runs this before weasyprint begins. Weasyprint 57 notes beside each sign of a PDF which letters it stands for, so
# that the text can be searched, copied and read aloud; in what is written from right to left it notes the wrong ones.
import inspect

import weasyprint.draw

source = inspect.getsource(weasyprint.draw.draw_first_line)
places = "        utf8_positions.append(offset + glyph_item.item.length)\n"
letters = "slice(previous_utf8_position, utf8_position)"
if places in source and letters in source:  # other versions do it themselves
    source = source.replace(places, places + (
        "        begins = [offset + clusters[i] for i in range(num_glyphs)]\n"
        "        ends = begins + [offset + glyph_item.item.length]\n"))
    source = source.replace(letters, "slice(begins[i], min(end for end in ends if end > begins[i]))")
    exec(compile(source, weasyprint.draw.__file__, "exec"), weasyprint.draw.__dict__)
