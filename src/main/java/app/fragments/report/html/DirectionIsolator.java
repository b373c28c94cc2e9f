package app.fragments.report.html;

import app.fragments.report.BidiIsolation;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Text;

/// Isolates each piece of text that has direction controls, see [BidiIsolation].
final class DirectionIsolator extends AbstractVisitor {
  @Override
  public void visit(Text text) {
    text.setLiteral(BidiIsolation.isolate(text.getLiteral()));
  }

  @Override
  public void visit(Code code) {
    code.setLiteral(BidiIsolation.isolate(code.getLiteral()));
  }
}
